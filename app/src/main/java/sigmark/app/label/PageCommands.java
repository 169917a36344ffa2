package sigmark.app.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sigmark.app.base.Workspace;
import sigmark.app.base.words.Message;
import sigmark.labeling.edit.AcceptProposal;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.RemovePages;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.SetPageTags;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.store.PageSummary;

/** What a person does to whole pages. */
public final class PageCommands {
    private final LabelViewModel view;
    private final Workspace workspace;
    private final RegionChecks checks;

    PageCommands(LabelViewModel view, Workspace workspace, RegionChecks checks) {
        this.view = view;
        this.checks = checks;
        this.workspace = workspace;
    }

    /** Accepts all proposals and the page, and opens the next one; a region without LaTeX is shown instead. */
    public void accept() {
        finish(LabelState.ACCEPTED, "accept-page");
    }

    /**
     * Accepts all proposals and hands the page on for review, and opens the next one; a blocking rule that is broken
     * stops it, and the places are listed.
     */
    public void submit() {
        checks.beforeSubmit(() -> finish(LabelState.SUBMITTED, "submit-page"));
    }

    private void finish(LabelState state, String label) {
        Optional<LocalPage> open = view.editing().page();
        if (open.isEmpty()) {
            return;
        }
        Optional<FormulaRegion> unfinished = open.get().ofLayer(Layer.HUMAN).stream()
                .filter(region -> !RegionCommands.isFinished(region))
                .findFirst();
        if (unfinished.isPresent()) {
            view.selectAndCenter(unfinished.get().id());
            view.looks().typeLatex();
            workspace.desk().notices().toast(Message.of("label.toast.unfinished"));
            return;
        }
        List<Edit> edits = new ArrayList<>();
        for (FormulaRegion region : open.get().ofLayer(Layer.PROPOSAL)) {
            edits.add(new AcceptProposal(region.id()));
            view.finishedOne();
        }
        edits.add(new SetPageState(open.get().page().id(), state));
        if (view.apply(new Compound(edits, label))) {
            String name = open.get().page().name();
            workspace
                    .desk()
                    .notices()
                    .toast(Message.of("label.toast." + label, "page", name), Message.of("label.toast.take-back"));
            view.openBeside(1);
        }
    }

    /** Takes a submitted, accepted or returned page back to where it can be worked on. */
    public void reopen() {
        setState(LabelState.LABELED);
    }

    public void giveBack() {
        setState(LabelState.RETURNED);
    }

    private void setState(LabelState state) {
        view.page()
                .filter(page -> page.state() != state)
                .ifPresent(page -> view.apply(new SetPageState(page.id(), state)));
    }

    /** Turns the page clockwise by quarter turns. */
    public void turn(int turns) {
        view.page().ifPresent(page -> view.apply(new TurnPage(page.id(), turns)));
    }

    public void setTags(Set<String> tags) {
        view.page().ifPresent(page -> view.apply(new SetPageTags(page.id(), tags)));
    }

    /** Takes the page out of the project and opens the next one; undo brings it back with its regions. */
    public void remove() {
        view.page().ifPresent(page -> {
            Optional<PageSummary> next =
                    view.pages().beside(1).or(() -> view.pages().beside(-1));
            if (view.apply(new RemovePages(List.of(page.id())))) {
                view.closePage();
                view.pages().forget(page.id());
                next.ifPresent(other -> view.open(other.id()));
                workspace
                        .desk()
                        .notices()
                        .toast(
                                Message.of("label.toast.removed", "page", page.name()),
                                Message.of("label.toast.take-back"));
            }
        });
    }

    /** Puts another picture behind the page; boxes are scaled when its size differs, which the balance says. */
    public void replace(Path file) {
        view.page().ifPresent(page -> workspace
                .desk()
                .jobs()
                .load(
                        () -> PageImporter.replace(workspace.store(), page.id(), file, ImportOptions.DEFAULT),
                        balance -> workspace
                                .desk()
                                .notices()
                                .balance(Message.of("label.balance.replaced", "page", page.name()), balance),
                        workspace.desk().notices()::problem));
    }

    /** Brings files and folders into the project as pages; ends with a balance that says what did not come in. */
    public void importPages(List<Path> files, ImportOptions options) {
        workspace
                .desk()
                .jobs()
                .run(
                        Message.of("job.import"),
                        progress -> PageImporter.importPages(workspace.store(), files, options, progress),
                        balance -> {
                            workspace.desk().notices().balance(Message.of("balance.import"), balance);
                            view.activate();
                        },
                        workspace.desk().notices()::problem);
    }
}
