package sigmark.app.main;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;
import sigmark.app.base.Desk;
import sigmark.app.base.key.KeyChord;
import sigmark.app.base.key.KeyDispatcher;
import sigmark.inference.work.Problem;

/** Files dropped on the window, and files or a picture pasted where no control wanted them, become pages. */
final class FileDrop {
    private static final KeyChord PASTE = KeyChord.of("Ctrl+V");

    private final ShellModel shell;
    private final Consumer<List<Path>> came;
    private final Desk desk;

    FileDrop(ShellModel shell, Consumer<List<Path>> came, Desk desk) {
        this.shell = shell;
        this.came = came;
        this.desk = desk;
    }

    void listenTo(Scene scene) {
        scene.setOnDragOver(this::over);
        scene.setOnDragDropped(this::dropped);
        scene.setOnKeyPressed(event -> pasted(scene, event));
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            came.accept(files.stream().map(File::toPath).toList());
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private void pasted(Scene scene, KeyEvent event) {
        if (!PASTE.matches(event)
                || KeyDispatcher.textHasFocus(scene)
                || shell.screenProperty().get() == ShellModel.Screen.SETTINGS) {
            return;
        }
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            came.accept(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (clipboard.hasImage()) {
            keep(clipboard.getImage());
        } else {
            return;
        }
        event.consume();
    }

    /** A pasted picture is written to a file first, because pages come from files. */
    private void keep(Image picture) {
        BufferedImage pixels = buffered(picture);
        desk.jobs()
                .load(
                        () -> {
                            Path file = Files.createTempFile("pasted-", ".png");
                            if (!ImageIO.write(pixels, "png", file.toFile())) {
                                throw new IOException("no PNG writer");
                            }
                            file.toFile().deleteOnExit();
                            return List.of(file);
                        },
                        came,
                        this::failed);
    }

    private void failed(Problem problem) {
        desk.notices().problem(problem);
    }

    private static BufferedImage buffered(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels.setRGB(x, y, picture.getPixelReader().getArgb(x, y));
            }
        }
        return pixels;
    }
}
