package sigmark.app.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import sigmark.app.base.Desk;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Job;
import sigmark.app.base.Workbench;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.KeyCaps;
import sigmark.app.base.key.Action;

/** Save state first, then the job that runs and the keys that work now; on the right what the workbench remarks. */
final class StatusBar extends HBox {
    private static final int MOST_HINTS = 5;

    private final Desk desk;
    private final ShellModel shell;
    private final Label save = new Label();
    private String saveIcon = "";
    private final HBox job = new HBox(8);
    private final HBox hints = new HBox(16);
    private final Label remark = new Label();
    private Subscription ofProject = Subscription.EMPTY;
    private Subscription ofBench = Subscription.EMPTY;
    private Subscription ofJob = Subscription.EMPTY;

    StatusBar(Desk desk, ShellModel shell, Action keys) {
        this.desk = desk;
        this.shell = shell;
        getStyleClass().add("status-bar");
        save.setId("save-state");
        save.setGraphicTextGap(4);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setAccessibleRole(AccessibleRole.TEXT);
        job.setAlignment(Pos.CENTER_LEFT);
        hints.setAlignment(Pos.CENTER_LEFT);
        hints.setMinWidth(0);
        remark.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(save, job, hints, space, remark, hint(keys));
        shell.projectProperty().subscribe(this::showProject);
        shell.benchProperty().subscribe(bench -> showBench());
        shell.screenProperty().subscribe(screen -> showBench());
        desk.jobs().running().addListener((ListChangeListener<Job>) change -> showJob());
        desk.texts().wordsProperty().subscribe(words -> {
            showSave();
            showJob();
        });
    }

    private void showProject(java.util.Optional<OpenProject> project) {
        ofProject.unsubscribe();
        ofProject = project.map(open -> open.workspace().edits())
                .map(edits -> Subscription.combine(
                        edits.stateProperty().subscribe(state -> showSave()),
                        edits.waitingProperty().subscribe(count -> showSave())))
                .orElse(Subscription.EMPTY);
        showSave();
    }

    private void showSave() {
        java.util.Optional<EditWriter> edits =
                shell.projectProperty().get().map(open -> open.workspace().edits());
        if (edits.isEmpty()) {
            showSave(desk.texts().text("status.offline"), "", "");
            return;
        }
        switch (edits.get().state()) {
            case SAVED, SAVING -> showSave(desk.texts().text("status.saved"), "fth-check-circle", "good");
            case UNSAVED -> {
                int waiting = edits.get().waitingProperty().get();
                showSave(desk.texts().text("status.unsaved", "count", waiting), "fth-alert-circle", "bad");
            }
        }
    }

    /** Each key typed is an edit: where nothing looks different, nothing is laid out anew. */
    private void showSave(String text, String icon, String styleClass) {
        save.setText(text);
        if (!icon.equals(saveIcon)) {
            saveIcon = icon;
            save.setGraphic(icon.isEmpty() ? null : Icons.of(icon, 13));
            save.getStyleClass().removeAll("good", "bad");
            if (!styleClass.isEmpty()) {
                save.getStyleClass().add(styleClass);
            }
        }
    }

    private void showJob() {
        ofJob.unsubscribe();
        ofJob = Subscription.EMPTY;
        List<Job> running = desk.jobs().running();
        if (running.isEmpty()) {
            job.getChildren().clear();
            return;
        }
        Job first = running.get(0);
        Label title = new Label(desk.texts().text(first.title()));
        title.setMinWidth(0);
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(80);
        bar.setMinWidth(80);
        Label left = new Label();
        left.setMinWidth(0);
        Button cancel = new Button();
        cancel.setGraphic(Icons.of("fth-x", 12));
        cancel.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        cancel.setId("cancel-job");
        desk.texts().name(cancel, "status.cancel");
        cancel.setOnAction(event -> first.cancel());
        cancel.disableProperty().bind(first.cancellingProperty());
        job.getChildren().setAll(title, bar, left, cancel);
        if (running.size() > 1) {
            job.getChildren().add(new Label(desk.texts().text("status.more-jobs", "count", running.size() - 1)));
        }
        ofJob = first.standingProperty().subscribe(standing -> {
            bar.setProgress(standing.share());
            left.setText(standing.left()
                    .map(time -> desk.texts()
                            .text("status.left", "time", desk.texts().numbers().duration(time)))
                    .orElse(""));
        });
    }

    private void showBench() {
        ofBench.unsubscribe();
        ofBench = Subscription.EMPTY;
        hints.getChildren().clear();
        remark.setText("");
        if (shell.screenProperty().get() != ShellModel.Screen.WORK) {
            return;
        }
        shell.benchProperty().get().ifPresent(this::follow);
    }

    private void follow(Workbench bench) {
        ofBench = Subscription.combine(
                bench.hints().subscribe(this::showHints), bench.remark().subscribe(remark::setText));
    }

    private void showHints(List<Action> actions) {
        hints.getChildren()
                .setAll(actions.stream()
                        .filter(action -> desk.keys().firstKey(action).isPresent())
                        .limit(MOST_HINTS)
                        .map(this::hint)
                        .toList());
    }

    private Node hint(Action action) {
        HBox hint = new HBox(6);
        hint.setAlignment(Pos.CENTER_LEFT);
        desk.keys().firstKey(action).ifPresent(key -> hint.getChildren().add(new KeyCaps(key)));
        Label word = desk.texts().on(new Label(), action.textKey());
        word.setMinWidth(Region.USE_PREF_SIZE);
        hint.getChildren().add(word);
        return hint;
    }
}
