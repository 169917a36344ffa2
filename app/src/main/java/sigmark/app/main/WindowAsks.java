package sigmark.app.main;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import sigmark.app.base.Texts;

/** The platform's own dialogs for files and folders. */
final class WindowAsks {
    private static final List<String> IMAGES = List.of(
            "*.png", "*.jpg", "*.jpeg", "*.tif", "*.tiff", "*.bmp", "*.webp", "*.pdf", "*.PNG", "*.JPG", "*.JPEG",
            "*.TIF", "*.TIFF", "*.BMP", "*.WEBP", "*.PDF");

    private final Texts texts;
    private final Window window;

    WindowAsks(Texts texts, Window window) {
        this.texts = texts;
        this.window = window;
    }

    Optional<Path> folder(String titleKey) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.text(titleKey));
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }

    /** A project's file; its folder is the project. */
    Optional<Path> project() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("start.open.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.text("files.project"), "*.sigmark"));
        return Optional.ofNullable(chooser.showOpenDialog(window)).map(File::toPath);
    }

    /** Page images and PDFs. */
    List<Path> pages() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.text("start.files.title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.text("files.pages"), IMAGES));
        List<File> chosen = chooser.showOpenMultipleDialog(window);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
