package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import sigmark.app.base.Desk;
import sigmark.app.base.EditWriter;
import sigmark.app.base.control.NoticeBar;
import sigmark.inference.work.Problem;

/** The bars under the top bar: not saved, read-only, and problems that wait to be read. */
final class NoticeBars extends VBox {
    private final Desk desk;
    private final ShellModel shell;
    private final Diagnostics diagnostics;
    private Subscription ofProject = Subscription.EMPTY;

    NoticeBars(Desk desk, ShellModel shell, Diagnostics diagnostics) {
        this.desk = desk;
        this.shell = shell;
        this.diagnostics = diagnostics;
        getStyleClass().add("notice-bars");
        desk.notices().problems().addListener((ListChangeListener<Problem>) change -> fill());
        shell.projectProperty().subscribe(this::follow);
        shell.screenProperty().subscribe(screen -> fill());
    }

    private void follow(Optional<OpenProject> project) {
        ofProject.unsubscribe();
        ofProject = project.map(open -> open.workspace().edits())
                .map(edits -> Subscription.combine(
                        edits.stateProperty().subscribe(state -> fill()),
                        edits.reasonProperty().subscribe(reason -> fill())))
                .orElse(Subscription.EMPTY);
        fill();
    }

    private void fill() {
        List<Node> bars = new ArrayList<>();
        shell.projectProperty().get().ifPresent(open -> {
            EditWriter edits = open.workspace().edits();
            edits.reasonProperty().get().ifPresent(reason -> bars.add(unsaved(edits, reason)));
            if (open.workspace().store().readOnly()) {
                bars.add(readOnly(open));
            }
        });
        desk.notices().problems().forEach(problem -> bars.add(problem(problem)));
        getChildren().setAll(bars);
        getStyleClass().remove("shown");
        if (!bars.isEmpty()) {
            getStyleClass().add("shown");
        }
    }

    private Node unsaved(EditWriter edits, Problem reason) {
        Button again = desk.texts().on(new Button(), "notice.try-again");
        again.setOnAction(event -> edits.retry());
        Button copy = desk.texts().on(new Button(), "notice.save-copy");
        copy.setOnAction(event -> shell.saveCopy());
        return new NoticeBar(
                NoticeBar.Kind.BAD,
                desk.texts().live("notice.unsaved", "count", edits.waitingProperty()),
                words(reason),
                again,
                copy);
    }

    private Node readOnly(OpenProject open) {
        Button again = desk.texts().on(new Button(), "notice.check-again");
        again.setOnAction(event -> shell.open(open.folder()));
        return new NoticeBar(
                NoticeBar.Kind.LOCKED,
                desk.texts().live("notice.read-only"),
                desk.texts().live("notice.read-only.why"),
                again);
    }

    private Node problem(Problem problem) {
        Button close = desk.texts().on(new Button(), "notice.close");
        close.setOnAction(event -> desk.notices().problems().remove(problem));
        List<Node> buttons = new ArrayList<>();
        if (problem.code().startsWith("app.")) {
            Button copy = desk.texts().on(new Button(), "action.app.diagnostics");
            copy.setOnAction(event -> diagnostics.copy());
            buttons.add(copy);
        }
        buttons.add(close);
        return new NoticeBar(
                NoticeBar.Kind.BAD,
                Bindings.createStringBinding(
                        () -> desk.texts().what(problem), desk.texts().wordsProperty()),
                Bindings.createStringBinding(
                        () -> desk.texts().remedy(problem), desk.texts().wordsProperty()),
                buttons.toArray(Node[]::new));
    }

    private javafx.beans.binding.StringBinding words(Problem reason) {
        return Bindings.createStringBinding(
                () -> desk.texts().what(reason) + " " + desk.texts().remedy(reason),
                desk.texts().wordsProperty());
    }
}
