package sigmark.app.guide.deliveries;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.packing.Asking;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionFigures;
import sigmark.labeling.question.QuestionSelection;
import sigmark.labeling.question.SimilarQuestion;
import sigmark.labeling.question.SimilarRule;
import sigmark.labeling.question.SimilarRules;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;
import sigmark.labeling.store.guide.GuideStore;

/** Questions without their nodes: the list, the chosen one, one that is being asked. */
final class QuestionsModel {
    /** So many rules, and so many earlier questions, are offered at most to somebody who asks. */
    static final int SIMILAR_RULES = 3;

    private static final int SIMILAR_QUESTIONS = 4;

    /** What may spare somebody a question; both the most alike first. */
    record Similar(List<GuideRule> rules, List<SimilarQuestion> questions) {
        private static final Similar NOTHING = new Similar(List.of(), List.of());
    }

    private record Begun(Asking.About about, Guide guide, SimilarRules rules) {}

    /**
     * What the list shows at once.
     *
     * @param questions those that are looked for and chosen
     * @param all every question of the project
     * @param figures of all
     */
    record Shown(List<Question> questions, List<Question> all, QuestionFigures figures) {
        static Shown of(List<Question> questions, List<Question> all) {
            return new Shown(questions, all, QuestionFigures.of(all));
        }
    }

    private final Desk desk;
    private final ProjectStore store;
    private final QuestionStore questions;
    private final Jobs.Latest reads;
    private final Jobs.Latest likes;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.of(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Optional<Question>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Asking.About>> asking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Similar> similar = new ReadOnlyObjectWrapper<>(Similar.NOTHING);
    private Guide guide = Guide.EMPTY;
    private SimilarRules rules = SimilarRules.NONE;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<QuestionSelection> selection =
            new ReadOnlyObjectWrapper<>(QuestionSelection.ALL);

    QuestionsModel(Desk desk, ProjectStore store) {
        this.desk = desk;
        this.store = store;
        this.questions = new QuestionStore(store);
        this.reads = desk.jobs().latest();
        this.likes = desk.jobs().latest();
        search.subscribe(text -> refresh());
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Question>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** What a question is being asked about; empty while none is. */
    ReadOnlyObjectProperty<Optional<Asking.About>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Similar> similarProperty() {
        return similar.getReadOnlyProperty();
    }

    StringProperty searchProperty() {
        return search;
    }

    /** Which questions are listed, and in which order. */
    ReadOnlyObjectProperty<QuestionSelection> selectionProperty() {
        return selection.getReadOnlyProperty();
    }

    void select(QuestionSelection wanted) {
        selection.set(wanted);
        refresh();
    }

    /** Lists all questions again, in the order of the moment. */
    void showAll() {
        selection.set(new QuestionSelection(selection.get().order(), Optional.empty(), Optional.empty()));
        search.set("");
        refresh();
    }

    void refresh() {
        String text = search.get();
        QuestionSelection wanted = selection.get();
        reads.load(
                () -> Shown.of(wanted.of(questions.search(text)), questions.list()),
                found -> {
                    shown.set(found);
                    chosen.get()
                            .ifPresent(old -> chosen.set(found.questions().stream()
                                    .filter(each -> each.id().equals(old.id()))
                                    .findFirst()));
                },
                desk.notices()::problem);
    }

    void choose(Question question) {
        asking.set(Optional.empty());
        chosen.set(Optional.of(question));
    }

    /** The guide in force when the question that is being asked was begun. */
    Guide guide() {
        return guide;
    }

    /**
     * Begins a question about a region, or about a page when no region is given. One about the same place that is being
     * asked already goes on, so that somebody who looked at a rule comes back to what was typed.
     */
    void begin(String pageId, Optional<String> regionId) {
        if (asking.get().filter(about -> isAbout(about, pageId, regionId)).isPresent()) {
            return;
        }
        Asking about = new Asking(store);
        desk.jobs()
                .load(
                        () -> {
                            Guide now = GuideReader.read(new GuideStore(store).sourceInForce())
                                    .guide();
                            return new Begun(
                                    regionId.map(about::aboutRegion).orElseGet(() -> about.aboutPage(pageId)),
                                    now,
                                    SimilarRules.of(now));
                        },
                        begun -> {
                            guide = begun.guide();
                            rules = begun.rules();
                            similar.set(Similar.NOTHING);
                            asking.set(Optional.of(begun.about()));
                            typed("");
                        },
                        desk.notices()::problem);
    }

    private static boolean isAbout(Asking.About about, String pageId, Optional<String> regionId) {
        return about.regionId().equals(regionId)
                && (regionId.isPresent() || about.pageId().equals(pageId));
    }

    void leave() {
        asking.set(Optional.empty());
        similar.set(Similar.NOTHING);
    }

    /** Looks for rules and earlier questions that are like the one being typed. */
    void typed(String text) {
        SimilarRules inForce = rules;
        asking.get()
                .ifPresent(about -> likes.load(
                        () -> new Similar(
                                inForce.like(text, about.latex(), SIMILAR_RULES).stream()
                                        .map(SimilarRule::rule)
                                        .toList(),
                                questions.similar(text, about.latex(), SIMILAR_QUESTIONS)),
                        similar::set,
                        desk.notices()::problem));
    }

    /** Asks what was typed. */
    void ask(String text, boolean blocking) {
        if (text.isBlank() || asking.get().isEmpty()) {
            return;
        }
        Asking.About about = asking.get().get();
        desk.jobs()
                .load(
                        () -> new Asking(store).ask(about, text, Optional.empty(), blocking),
                        asked -> {
                            leave();
                            choose(asked);
                            refresh();
                            desk.notices().toast(Message.of("delivery.question.asked"));
                        },
                        desk.notices()::problem);
    }

    /** Answers the chosen question. */
    void answer(String text) {
        chosen.get().filter(question -> !text.isBlank()).ifPresent(question -> desk.jobs()
                .load(
                        () -> questions.answer(question.id(), text.strip()),
                        answered -> {
                            choose(answered);
                            refresh();
                            desk.notices().toast(Message.of("delivery.question.answered"));
                        },
                        desk.notices()::problem));
    }

    /** Says that the chosen question's answer is in the guide that is in force. */
    void inGuide() {
        chosen.get().filter(question -> question.answer().isPresent()).ifPresent(question -> desk.jobs()
                .load(
                        () -> questions.inGuide(question.id(), store.info().guideVersion()),
                        changed -> {
                            choose(changed);
                            refresh();
                        },
                        desk.notices()::problem));
    }
}
