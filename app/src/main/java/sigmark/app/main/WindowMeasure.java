package sigmark.app.main;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.app.label.LabelBenchmark;
import sigmark.app.label.LabelWorkbench;
import sigmark.app.work.WindowBenchmark;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.edit.Compound;
import sigmark.labeling.edit.DrawRegion;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.exchange.ImportOptions;
import sigmark.labeling.exchange.PageImporter;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Measures the real window on a project of its own; see {@link WindowBenchmark}. */
public final class WindowMeasure implements WindowBenchmark {
    private static final Author AUTHOR = new Author("benchmark");
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int LINES = 60;
    private static final int WARM_UP = 20;
    private static final int FRAMES = 240;
    private static final int WALKED = 60;
    private static final long LOOK_MILLIS = 1500;
    private static final String FORMULA = "\\int_0^1 \\frac{x^2+1}{\\sqrt{x+2}}\\,dx=";
    private static final String TYPED = "a+b-c=(x)";

    private final List<LabelWorkbench> made = new ArrayList<>();
    private final List<ShellModel> shells = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();

    @Override
    public List<Times> measure(Path folder, Size size, Progress progress) {
        Path project = folder.resolve("project");
        progress.update(0, size.pages(), "photos");
        List<String> pageIds = build(project, folder.resolve("photos"), size, progress);
        Jobs jobs = Jobs.threaded();
        try {
            Desk desk = startWindow(jobs, folder, project);
            LabelBenchmark label = new LabelBenchmark(awaitLabel(jobs, desk), jobs::onWindow);
            return measure(label, pageIds, size, progress);
        } finally {
            CompletableFuture<Boolean> closed = new CompletableFuture<>();
            jobs.onWindow(() -> {
                shells.forEach(ShellModel::closeProject);
                stages.forEach(Stage::hide);
                closed.complete(true);
            });
            await(closed);
            jobs.close();
            Platform.exit();
        }
    }

    private static List<Times> measure(LabelBenchmark label, List<String> pageIds, Size size, Progress progress) {
        List<Times> times = new ArrayList<>();
        label.open(pageIds.get(0));
        label.walkBoxes(WARM_UP);
        progress.update(0, size.strokes(), "keys typed");
        times.add(new Times(
                "keystroke",
                "key in the LaTeX to its new rendering",
                label.type(TYPED.repeat(size.strokes() / TYPED.length() + 1).substring(0, size.strokes()))));
        times.add(new Times(
                "next-box",
                "next of " + size.boxes() + " boxes to its panel with the rendering",
                label.walkBoxes(WALKED)));
        times.add(new Times(
                "zoom-frame",
                "frame to frame while zooming over " + size.boxes() + " boxes",
                label.zoomFrames(FRAMES)));
        progress.update(0, pageIds.size(), "pages turned");
        times.add(new Times(
                "next-page",
                "next 12-megapixel page, " + LOOK_MILLIS + " ms after the one before",
                label.turnPages(pageIds, LOOK_MILLIS)));
        return times;
    }

    private Desk startWindow(Jobs jobs, Path folder, Path project) {
        CompletableFuture<Desk> started = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                PreferencesFile file = new PreferencesFile(folder.resolve("settings.json"));
                Desk desk = SigmarkApp.desk(jobs, file, Preferences.DEFAULT.withPerson(AUTHOR.person()));
                ShellModel shell = new ShellModel(
                        desk,
                        new StoreDoor(folder, Clock.systemUTC()),
                        List.of(workspace -> {
                            LabelWorkbench bench = new LabelWorkbench(workspace);
                            made.add(bench);
                            return bench;
                        }),
                        Clock.systemUTC());
                shells.add(shell);
                Stage stage = new Stage();
                Diagnostics diagnostics = new Diagnostics(desk, folder.resolve("sigmark.log"), "bench");
                stage.setScene(new MainWindow(desk, shell, stage, folder, diagnostics).scene());
                stage.setWidth(1440);
                stage.setHeight(900);
                stage.show();
                stages.add(stage);
                shell.open(project);
                shell.projectProperty().subscribe(open -> open.ifPresent(any -> started.complete(desk)));
            } catch (RuntimeException failed) {
                started.completeExceptionally(failed);
            }
        });
        return await(started);
    }

    private LabelWorkbench awaitLabel(Jobs jobs, Desk desk) {
        CompletableFuture<LabelWorkbench> shown = new CompletableFuture<>();
        jobs.onWindow(() -> {
            desk.theme().show(desk.settings().get().tone());
            shown.complete(made.get(made.size() - 1));
        });
        return await(shown);
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static List<String> build(Path project, Path photos, Size size, Progress progress) {
        try (ProjectStore store = ProjectStore.create(project, "benchmark", AUTHOR)) {
            Files.createDirectories(photos);
            List<Path> files = new ArrayList<>();
            for (int number = 0; number < size.pages(); number++) {
                files.add(photo(photos, number));
                progress.update(number + 1, size.pages(), "photos");
            }
            PageImporter.importPages(store, files, ImportOptions.DEFAULT, progress);
            List<String> ids = store.pages().list(SliceQuery.ALL).stream()
                    .map(page -> page.id())
                    .toList();
            List<Edit> edits = new ArrayList<>();
            for (int i = 0; i < size.boxes(); i++) {
                Box box = Box.ofSize(100 + i % 20 * 190, 80 + i / 20 * (HEIGHT - 160.0) * 20 / size.boxes(), 120, 40);
                edits.add(new DrawRegion(FormulaRegion.drawn(ids.get(0), box, FormulaKind.INLINE, Writing.PRINTED)
                        .withLatex(Optional.of(FORMULA + i))));
            }
            store.apply(new Compound(edits, "draw-region"), 0);
            return ids;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("cli.not-written", photos.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    /** A page of text lines with the grain of a photo, as a camera's JPEG. */
    private static Path photo(Path folder, int number) throws IOException {
        Random random = new Random(number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(236, 233, 226));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(40, 40, 48));
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, 34));
        for (int line = 0; line < LINES; line++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 200) {
                text.append((char) ('a' + random.nextInt(26))).append(random.nextInt(6) == 0 ? " " : "");
            }
            graphics.drawString(text.toString(), 100, 110 + line * (HEIGHT - 160) / LINES);
        }
        graphics.dispose();
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            image.getRGB(0, y, WIDTH, 1, row, 0, WIDTH);
            for (int x = 0; x < WIDTH; x++) {
                int grain = random.nextInt(12);
                row[x] -= grain << 16 | grain << 8 | grain;
            }
            image.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        Path file = folder.resolve("photo-%02d.jpg".formatted(number));
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }
}
