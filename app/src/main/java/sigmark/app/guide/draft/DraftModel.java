package sigmark.app.guide.draft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.app.rule.RuleDesk;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideDraft;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideReading;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.example.RuleTrial;
import sigmark.labeling.store.guide.GuideStore;

/**
 * The draft of the next guide without its nodes. Each change is kept at once; while one is being written, those that
 * follow wait together. Use from the window's thread.
 */
final class DraftModel {
    private static final int MOST_STEPS = 200;

    /**
     * The draft as it was last read.
     *
     * @param version in force, 0 where there is none
     */
    record Read(int version, GuideSource source, GuideReading reading) {
        Guide guide() {
            return reading.guide();
        }
    }

    private record Found(GuideSource inForce, Read draft) {}

    private static final GuideSource NOTHING = new GuideSource("", java.util.Map.of());
    private static final Read NONE = new Read(-1, NOTHING, new GuideReading(Guide.EMPTY, List.of()));

    private final Workspace workspace;
    private final Desk desk;
    private final RuleDesk rules;
    private final GuideStore guides;
    private final Jobs.Latest reads;
    private final Jobs.Latest tries;
    private final ReadOnlyObjectWrapper<Read> read = new ReadOnlyObjectWrapper<>(NONE);
    private final ReadOnlyObjectWrapper<Optional<RuleTrial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canTakeBack = new ReadOnlyBooleanWrapper();
    private final Deque<GuideSource> before = new ArrayDeque<>();
    private GuideSource source = NOTHING;
    private GuideSource inForce = NOTHING;
    private boolean writing;
    private boolean behind;

    DraftModel(Workspace workspace, RuleDesk rules) {
        this.workspace = workspace;
        this.rules = rules;
        desk = workspace.desk();
        guides = new GuideStore(workspace.store());
        reads = desk.jobs().latest();
        tries = desk.jobs().latest();
    }

    ReadOnlyObjectProperty<Read> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** How the chosen rule judges its examples in the draft. */
    ReadOnlyObjectProperty<Optional<RuleTrial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    /** Id of the chosen rule. */
    ReadOnlyObjectProperty<Optional<String>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the draft differs from the guide in force. */
    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canTakeBackProperty() {
        return canTakeBack.getReadOnlyProperty();
    }

    GuideSource source() {
        return source;
    }

    GuideSource inForce() {
        return inForce;
    }

    /** Reads the draft, or the guide in force where nobody began one; not while changes wait to be written. */
    void refresh() {
        if (writing) {
            return;
        }
        reads.load(
                () -> {
                    GuideSource now = guides.sourceInForce();
                    GuideSource draft = guides.draft().map(GuideDraft::source).orElse(now);
                    int version = workspace.store().info().guideVersion();
                    return new Found(now, new Read(version, draft, GuideReader.read(draft)));
                },
                found -> {
                    inForce = found.inForce();
                    source = found.draft().source();
                    show(found.draft());
                },
                desk.notices()::problem);
    }

    private void show(Read now) {
        changed.set(!source.equals(inForce));
        read.set(now);
        tryChosen();
    }

    void choose(Optional<String> rule) {
        chosen.set(rule.filter(id -> read.get().guide().rule(id).isPresent()));
        trial.set(Optional.empty());
        tryChosen();
    }

    /** Changes the draft; one that cannot be made, since the rules cannot be read at all, is said. */
    void change(UnaryOperator<GuideSource> edit) {
        GuideSource next;
        try {
            next = edit.apply(source);
        } catch (IllegalArgumentException unreadable) {
            desk.notices()
                    .problem(Problem.of("guide.bad-yaml", "rules", "detail", String.valueOf(unreadable.getMessage())));
            return;
        }
        if (!next.equals(source)) {
            before.push(source);
            while (before.size() > MOST_STEPS) {
                before.removeLast();
            }
            become(next);
        }
    }

    void takeBack() {
        if (!before.isEmpty()) {
            become(before.pop());
        }
    }

    /** Back to the guide in force; can be taken back. */
    void discard() {
        change(old -> inForce);
    }

    private void become(GuideSource next) {
        source = next;
        canTakeBack.set(!before.isEmpty());
        changed.set(!source.equals(inForce));
        write();
        int version = read.get().version();
        reads.load(() -> new Read(version, next, GuideReader.read(next)), this::show, desk.notices()::problem);
    }

    private void write() {
        if (writing) {
            behind = true;
            return;
        }
        writing = true;
        behind = false;
        GuideSource kept = source;
        boolean same = kept.equals(inForce);
        workspace
                .edits()
                .submit(
                        () -> {
                            if (same) {
                                guides.dropDraft();
                            } else {
                                guides.saveDraft(kept);
                            }
                            return kept;
                        },
                        done -> written(),
                        desk.notices()::problem);
    }

    private void written() {
        writing = false;
        if (behind) {
            write();
        }
    }

    private void tryChosen() {
        Guide guide = read.get().guide();
        chosen.get()
                .flatMap(guide::rule)
                .ifPresent(rule -> tries.load(
                        () -> {
                            RuleTrial tried = RuleTrial.of(rule, new GuideChecker(guide), rules.gallery());
                            rules.gallery().forgetPages();
                            return tried;
                        },
                        tried -> trial.set(Optional.of(tried)),
                        desk.notices()::problem));
    }

    /** Puts the draft into force once all of it is written. */
    void publish(String note, Runnable then) {
        GuideSource published = source;
        behind = false;
        workspace
                .edits()
                .submit(
                        () -> published(published, note),
                        failed -> {
                            if (failed.isPresent()) {
                                desk.notices().problem(failed.get());
                                return;
                            }
                            before.clear();
                            canTakeBack.set(false);
                            writing = false;
                            refresh();
                            then.run();
                        },
                        desk.notices()::problem);
    }

    /** What kept it from being published: that is no reason to keep an edit waiting. */
    private Optional<Problem> published(GuideSource published, String note) {
        try {
            GuideVersion version = guides.publish(published, note.strip());
            desk.jobs().onWindow(() -> desk.notices()
                    .toast(Message.of("guide.draft.published", "version", version.version())));
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }
}
