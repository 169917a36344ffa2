package sigmark.app.guide.deliveries;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;

/** The path of a package file, typed or chosen. */
final class FileField extends HBox {
    private final TextField path = new TextField();
    private final boolean saves;

    FileField(Desk desk, String id, boolean saves) {
        super(8);
        this.saves = saves;
        path.setId(id);
        desk.texts().prompt(path, saves ? "delivery.file.save" : "delivery.file.open");
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = desk.texts().name(new Button(), "delivery.file.choose");
        choose.setGraphic(Icons.normal("fth-folder"));
        choose.setOnAction(event -> choose());
        getChildren().addAll(path, choose);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Sigmark (*.sigpack)", "*.sigpack"));
        path().map(Path::toFile).ifPresent(file -> chooser.setInitialFileName(file.getName()));
        File file = saves
                ? chooser.showSaveDialog(getScene().getWindow())
                : chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            path.setText(file.toString());
        }
    }

    void suggest(Path file) {
        if (path.getText().isBlank()) {
            path.setText(file.toString());
        }
    }

    Optional<Path> path() {
        try {
            String text = path.getText().strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
