package sigmark.app.label;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.InkSnap;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.inference.run.Reading;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.PageSource;
import sigmark.labeling.project.ProposalOrigin;
import sigmark.labeling.project.Split;
import sigmark.labeling.store.ProjectStore;

/** A small project of worksheets drawn on the spot, with proposals on them, for tests that need real pages. */
final class SheetProject {
    static final List<String> FORMULAS = List.of(
            "f(x)=x^2-4x+3",
            "x",
            "S=\\int_1^3 |x^2-4x+3| dx",
            "\\lim_{n\\to\\infty}\\sum_{k=1}^n\\frac{1}{n}\\left(1+\\frac{2k}{n}\\right)^3",
            "f(2)",
            "\\int_0^x f(t) dt = x^3-2ax+a^2",
            "v(t)=\\begin{cases}t^2-2t & (0\\le t<3)\\\\12-3t & (t\\ge 3)\\end{cases}",
            "t=5");
    private static final int WIDTH = 800;
    private static final int HEIGHT = 1120;

    private SheetProject() {}

    /** A page's id and the ids of its proposals in reading order. */
    record Sheet(String pageId, List<String> proposals) {}

    static ProjectStore create(Path folder) {
        return ProjectStore.create(folder, "Worksheets", new Author("Kim"));
    }

    /** What every sheet looks like, drawn once: the picture's file and the tight boxes of its formulas. */
    private record Drawing(byte[] png, List<Box> boxes) {
        private static final Drawing ONLY = draw();
    }

    /** Adds a sheet as a page, and proposes its formulas; every fourth one is doubtful. */
    static Sheet addSheet(ProjectStore store, String name) {
        return store(store, UUID.randomUUID().toString(), name, Drawing.ONLY);
    }

    private static Drawing draw() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0xFAF6EC));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 17));
        List<Box> rough = new ArrayList<>();
        int y = 100;
        for (int i = 0; i < FORMULAS.size(); i++) {
            graphics.drawString((i + 1) + ". Solve for the following:", 60, y + 12);
            FormulaImage formula = FormulaRenderer.render(FORMULAS.get(i), new RenderStyle(22, 0xFF000000, true))
                    .image()
                    .orElseThrow();
            graphics.drawImage(formula.on(0xFAF6EC).toBufferedImage(), 330, y - formula.height() / 2 + 7, null);
            rough.add(Box.ofSize(330, y - formula.height() / 2.0 + 7, formula.width(), formula.height()));
            y += 120;
        }
        graphics.dispose();
        PixelImage pixels = PixelImage.of(picture);
        List<Box> boxes = rough.stream()
                .map(box -> InkSnap.snap(pixels, box).orElseThrow())
                .toList();
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Drawing(png.toByteArray(), boxes);
    }

    private static Sheet store(ProjectStore store, String id, String name, Drawing drawing) {
        try {
            Files.write(store.files().images().resolve(name), drawing.png());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path relative = store.files().folder().relativize(store.files().images().resolve(name));
        Page page = new Page(
                id,
                store.pages().nextOrder(),
                name,
                new PageSource(
                        relative.toString().replace('\\', '/'), true, id.replace("-", ""), OptionalInt.empty(), 0),
                WIDTH,
                HEIGHT,
                1,
                0,
                WIDTH,
                HEIGHT,
                0,
                Split.NONE,
                LabelState.UNTOUCHED,
                Set.of(),
                "",
                Instant.EPOCH);
        store.addPages(List.of(page), List.of());
        List<FormulaRegion> proposals = new ArrayList<>();
        for (int i = 0; i < drawing.boxes().size(); i++) {
            Box box = drawing.boxes().get(i);
            double score = i % 4 == 3 ? 0.41 : 0.93;
            ProposalOrigin origin = new ProposalOrigin(
                    "detector",
                    "recognizer",
                    0.97,
                    score,
                    List.of(new Reading.Alternative(FORMULAS.get(i) + "+1", 0.04)));
            FormulaKind kind = box.width() > 130 ? FormulaKind.DISPLAY : FormulaKind.INLINE;
            proposals.add(FormulaRegion.proposed(id, i + 1, box, kind, Writing.PRINTED, FORMULAS.get(i), origin));
        }
        store.regions().replaceProposals(id, proposals);
        return new Sheet(id, proposals.stream().map(FormulaRegion::id).toList());
    }
}
