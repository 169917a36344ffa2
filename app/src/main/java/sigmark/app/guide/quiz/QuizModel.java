package sigmark.app.guide.quiz;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.rule.GuideInForce;
import sigmark.app.rule.RuleDesk;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.QuizResult;
import sigmark.labeling.guide.QuizSetting;
import sigmark.labeling.guide.quiz.Quiz;
import sigmark.labeling.guide.quiz.QuizDraw;
import sigmark.labeling.store.guide.GuideStore;
import sigmark.labeling.store.guide.QuizStore;

/**
 * The quiz without its nodes. A labeler's result is kept and goes back with the package; a curator only tries it. Use
 * from the window's thread.
 */
final class QuizModel {
    /** Where somebody stands. */
    enum Phase {
        /** What it is, and how it went before. */
        BEFORE,
        /** An example waits to be judged. */
        ASKED,
        /** It was judged, and its rule is shown. */
        ANSWERED,
        /** All were judged. */
        ENDED
    }

    /** What is known of the quiz in this project. */
    record Standing(QuizSetting setting, List<QuizResult> results, boolean passed) {}

    /** What the page shows. */
    record Shown(Phase phase, Quiz quiz) {}

    private static final Shown BEFORE = new Shown(Phase.BEFORE, Quiz.of(List.of()));

    private final Workspace workspace;
    private final Desk desk;
    private final RuleDesk rules;
    private final GuideInForce guide;
    private final QuizStore store;
    private final boolean labeler;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(BEFORE);
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(new Standing(new QuizSetting(0.8, 15), List.of(), false));

    QuizModel(Workspace workspace, RuleDesk rules, GuideInForce guide) {
        this.workspace = workspace;
        this.desk = workspace.desk();
        this.rules = rules;
        this.guide = guide;
        this.store = new QuizStore(workspace.store());
        this.labeler = workspace.vendorCopy().isPresent();
        this.reads = desk.jobs().latest();
    }

    ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /** Whether this is a labeler's working copy, so that the result counts. */
    boolean labeler() {
        return labeler;
    }

    Guide guide() {
        return guide.get().guide();
    }

    /** Reads again what is kept. */
    void refresh() {
        guide.refresh();
        String person = workspace.store().author().person();
        reads.load(
                () -> new Standing(store.setting(), store.results(), store.passed(person)),
                standing::set,
                desk.notices()::problem);
    }

    /** Draws a new quiz; every try has other examples. */
    void begin() {
        QuizSetting setting = standing.get().setting();
        long seed = workspace.store().author().person().hashCode() * 31L
                + workspace.store().clock().millis();
        desk.jobs()
                .load(
                        () -> {
                            Guide of = GuideReader.read(new GuideStore(workspace.store()).sourceInForce())
                                    .guide();
                            Quiz drawn = QuizDraw.draw(of, setting.asked(), seed, rules.gallery());
                            rules.gallery().forgetPages();
                            return drawn;
                        },
                        drawn -> shown.set(drawn.items().isEmpty() ? BEFORE : new Shown(Phase.ASKED, drawn)),
                        desk.notices()::problem);
    }

    /** Says that the example keeps its rule, or breaks it. */
    void answer(boolean keeps) {
        if (shown.get().phase() == Phase.ASKED) {
            shown.set(new Shown(Phase.ANSWERED, shown.get().quiz().answered(keeps)));
        }
    }

    /** The next example, or the end. */
    void next() {
        Shown now = shown.get();
        if (now.phase() != Phase.ANSWERED) {
            return;
        }
        if (now.quiz().current().isPresent()) {
            shown.set(new Shown(Phase.ASKED, now.quiz()));
            return;
        }
        shown.set(new Shown(Phase.ENDED, now.quiz()));
        if (labeler) {
            keep(now.quiz());
        }
    }

    private void keep(Quiz quiz) {
        int version = guide.get().version();
        double threshold = standing.get().setting().threshold();
        workspace
                .edits()
                .submit(
                        () -> store.add(version, quiz.items().size(), quiz.correct(), threshold, quiz.missed()),
                        result -> {
                            if (result.passed()) {
                                workspace.setQuizDue(false);
                            }
                            refresh();
                        },
                        desk.notices()::problem);
    }

    /** Whether a quiz that has ended was passed. */
    boolean passed(Quiz quiz) {
        return quiz.correct()
                >= standing.get().setting().threshold() * quiz.items().size();
    }

    /** Back to the beginning; what was answered is left. */
    void leave() {
        shown.set(BEFORE);
    }

    /** Sets what passes; a number that makes no sense is left. */
    void set(Optional<Double> threshold, Optional<Integer> asked) {
        QuizSetting old = standing.get().setting();
        double share = threshold.filter(value -> value >= 0 && value <= 1).orElse(old.threshold());
        int count = asked.filter(value -> value >= 1 && value <= 200).orElse(old.asked());
        QuizSetting next = new QuizSetting(share, count);
        if (next.equals(old)) {
            return;
        }
        workspace
                .edits()
                .submit(
                        () -> {
                            store.set(next);
                            return next;
                        },
                        kept -> refresh(),
                        desk.notices()::problem);
    }
}
