package sigmark.app.label;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Popup;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.labeling.exchange.ImportOptions;

/** What to import and how: files or a folder, copied or linked, PDF pages at which resolution. */
final class ImportForm {
    private static final int LEAST_DPI = 72;
    private static final int MOST_DPI = 600;
    private static final int STEP_DPI = 50;

    private final Desk desk;
    private final Popup popup = new Popup();
    private final Segments<Boolean> copy;
    private final CheckBox recursive;
    private final Spinner<Integer> dpi = new Spinner<>(LEAST_DPI, MOST_DPI, ImportOptions.DEFAULT.dpi(), STEP_DPI);
    private final BiConsumer<List<Path>, ImportOptions> onChosen;

    ImportForm(Desk desk, BiConsumer<List<Path>, ImportOptions> onChosen) {
        this.desk = desk;
        this.onChosen = onChosen;
        copy = new Segments<>(List.of(true, false), true, choice -> desk.texts()
                .live(choice ? "label.import.copy" : "label.import.link"));
        recursive = desk.texts().on(new CheckBox(), "label.import.recursive");
        recursive.setSelected(true);
        dpi.setPrefWidth(110);
        dpi.setEditable(true);
        popup.setAutoHide(true);
        popup.getContent().add(content());
    }

    private Node content() {
        Label title = desk.texts().on(new Label(), "label.import");
        title.getStyleClass().add("section-title");
        Button files = desk.texts().on(new Button(), "label.import.files");
        files.getStyleClass().add(Styles.ACCENT);
        files.setGraphic(Icons.normal("fth-image"));
        files.setOnAction(event -> chooseFiles());
        Button folder = desk.texts().on(new Button(), "label.import.folder");
        folder.setGraphic(Icons.normal("fth-folder"));
        folder.setOnAction(event -> chooseFolder());
        HBox resolution = new HBox(8, desk.texts().on(new Label(), "label.import.dpi"), dpi);
        resolution.setAlignment(Pos.CENTER_LEFT);
        Label hint = desk.texts().on(new Label(), "label.import.hint");
        hint.getStyleClass().add("text-muted");
        hint.setWrapText(true);
        VBox form = new VBox(12, title, copy, resolution, recursive, new HBox(8, files, folder), hint);
        form.getStyleClass().addAll("popup", "import-form");
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                popup.hide();
                event.consume();
            }
        });
        return form;
    }

    void show(Node owner, double screenX, double screenY) {
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        popup.getScene().getRoot().getStyleClass().add("root");
        popup.show(owner, screenX, screenY);
    }

    private ImportOptions options() {
        return new ImportOptions(copy.value(), dpi.getValue(), recursive.isSelected());
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(desk.texts().text("label.import.files"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        desk.texts().text("label.import.kinds"),
                        "*.png",
                        "*.jpg",
                        "*.jpeg",
                        "*.tif",
                        "*.tiff",
                        "*.bmp",
                        "*.webp",
                        "*.pdf"));
        List<File> files = chooser.showOpenMultipleDialog(popup.getOwnerWindow());
        popup.hide();
        if (files != null) {
            onChosen.accept(files.stream().map(File::toPath).toList(), options());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(desk.texts().text("label.import.folder"));
        File folder = chooser.showDialog(popup.getOwnerWindow());
        popup.hide();
        if (folder != null) {
            onChosen.accept(List.of(folder.toPath()), options());
        }
    }
}
