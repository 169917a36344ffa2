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
import sigmark.labeling.packing.Asking;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionFigures;
import sigmark.labeling.question.QuestionSelection;
import sigmark.labeling.question.SimilarQuestion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.QuestionStore;

/** Questions without their nodes: the list, the chosen one, one that is being asked. */
final class QuestionsModel {
    private static final int SIMILAR = 4;

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
    private final ReadOnlyObjectWrapper<List<SimilarQuestion>> similar = new ReadOnlyObjectWrapper<>(List.of());
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

    ReadOnlyObjectProperty<List<SimilarQuestion>> similarProperty() {
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

    /** Begins a question about a region, or about a page when no region is given. */
    void begin(String pageId, Optional<String> regionId) {
        Asking about = new Asking(store);
        desk.jobs()
                .load(
                        () -> regionId.map(about::aboutRegion).orElseGet(() -> about.aboutPage(pageId)),
                        found -> {
                            asking.set(Optional.of(found));
                            typed("");
                        },
                        desk.notices()::problem);
    }

    void leave() {
        asking.set(Optional.empty());
        similar.set(List.of());
    }

    /** Looks for earlier questions that are like the one being typed. */
    void typed(String text) {
        asking.get()
                .ifPresent(about -> likes.load(
                        () -> questions.similar(text, about.latex(), SIMILAR), similar::set, desk.notices()::problem));
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
