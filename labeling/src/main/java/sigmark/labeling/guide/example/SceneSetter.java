package sigmark.labeling.guide.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PixelImage;
import sigmark.labeling.guide.example.SceneText.Kind;
import sigmark.labeling.guide.example.SceneText.Part;

/** Sets a drawn scene: its lines one below another, everything on the line's baseline, black on white. */
final class SceneSetter {
    /** Type size in pixels: 11 points at 150 dpi and a bit. */
    private static final double SIZE = 24;

    private static final int MARGIN = 14;
    private static final int GAP = 110;
    private static final int LINE_GAP = 12;
    private static final int BLANK = 7;
    private static final int INK_ALPHA = 102;
    private static final int WHITE = 0xFFFFFFFF;

    private final List<Placed> placed = new ArrayList<>();
    private final List<Integer> boxEdges = new ArrayList<>();
    private int width;
    private int bottom = MARGIN;

    /** A part at its place; its hull is of its ink. */
    private record Placed(FormulaImage image, int left, int top, boolean formula, boolean alone) {
        Optional<Box> hull() {
            int x0 = image.width();
            int y0 = image.height();
            int x1 = -1;
            int y1 = -1;
            for (int y = 0; y < image.height(); y++) {
                for (int x = 0; x < image.width(); x++) {
                    if (image.argb()[y * image.width() + x] >>> 24 > INK_ALPHA) {
                        x0 = Math.min(x0, x);
                        y0 = Math.min(y0, y);
                        x1 = Math.max(x1, x);
                        y1 = Math.max(y1, y);
                    }
                }
            }
            return x1 < 0
                    ? Optional.empty()
                    : Optional.of(new Box(left + x0, top + y0, left + x1 + 1.0, top + y1 + 1.0));
        }
    }

    /** The scene as it was set. */
    record Set(PixelImage picture, Box box, List<Box> others, FormulaKind kind, String latex) {}

    private SceneSetter() {}

    static Set set(String scene) {
        SceneSetter setter = new SceneSetter();
        List<Part> parts = SceneText.parts(scene);
        List<Part> line = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind() == Kind.LINE_END) {
                setter.line(line);
                line.clear();
            } else {
                line.add(part);
            }
        }
        setter.line(line);
        String latex = parts.stream()
                .filter(part -> part.kind() == Kind.FORMULA)
                .map(Part::text)
                .findFirst()
                .orElse("");
        return setter.finished(latex);
    }

    private void line(List<Part> parts) {
        boolean alone = parts.stream()
                .noneMatch(part -> part.kind() == Kind.WORDS && !part.text().isBlank());
        List<Optional<FormulaImage>> images = new ArrayList<>();
        int above = 0;
        int below = 0;
        for (Part part : parts) {
            Optional<FormulaImage> image = image(part, alone);
            images.add(image);
            if (image.isPresent()) {
                above = Math.max(above, image.get().baseline());
                below = Math.max(below, image.get().height() - image.get().baseline());
            }
        }
        int x = MARGIN;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.kind() == Kind.GAP) {
                x += GAP;
            } else if (part.kind() == Kind.BOX_BEGIN || part.kind() == Kind.BOX_END) {
                boxEdges.add(placed.size());
            } else if (images.get(i).isPresent()) {
                FormulaImage image = images.get(i).get();
                boolean formula = part.kind() == Kind.FORMULA;
                x += part.text().startsWith(" ") ? BLANK : 0;
                placed.add(new Placed(image, x, bottom + above - image.baseline(), formula, alone));
                x += image.width() - 6 + (part.text().endsWith(" ") ? BLANK : 0);
            }
        }
        width = Math.max(width, x + MARGIN);
        bottom += above + below + LINE_GAP;
    }

    private static Optional<FormulaImage> image(Part part, boolean display) {
        if (part.kind() != Kind.WORDS && part.kind() != Kind.FORMULA
                || part.text().isBlank()) {
            return Optional.empty();
        }
        String latex = part.kind() == Kind.FORMULA
                ? part.text()
                : "\\text{" + escaped(part.text().strip()) + "}";
        return FormulaRenderer.render(latex, new RenderStyle(SIZE, 0xFF000000, display))
                .image();
    }

    private static String escaped(String words) {
        StringBuilder text = new StringBuilder();
        for (char c : words.toCharArray()) {
            if ("%$#&_{}".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
        return text.toString();
    }

    private Set finished(String latex) {
        int height = bottom - LINE_GAP + MARGIN;
        int wide = Math.max(120, width);
        int[] pixels = new int[wide * height];
        Arrays.fill(pixels, WHITE);
        placed.forEach(each -> paint(each, pixels, wide, height));
        List<Box> formulas = new ArrayList<>();
        Optional<Box> box = Optional.empty();
        boolean alone = true;
        int first = -1;
        for (int i = 0; i < placed.size(); i++) {
            Placed each = placed.get(i);
            boolean within = boxEdges.size() == 2 && i >= boxEdges.get(0) && i < boxEdges.get(1);
            boolean chosen = within || boxEdges.size() != 2 && each.formula() && first < 0;
            Optional<Box> hull = each.hull();
            if (chosen && hull.isPresent()) {
                first = i;
                alone = each.alone();
                box = Optional.of(box.map(already -> already.union(hull.get())).orElse(hull.get()));
            } else if (each.formula()) {
                hull.ifPresent(formulas::add);
            }
        }
        return new Set(
                new PixelImage(wide, height, pixels),
                box.orElse(new Box(MARGIN, MARGIN, MARGIN + 20.0, MARGIN + 20.0)),
                formulas,
                alone ? FormulaKind.DISPLAY : FormulaKind.INLINE,
                latex);
    }

    private static void paint(Placed each, int[] pixels, int wide, int height) {
        FormulaImage image = each.image();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                int alpha = image.argb()[y * image.width() + x] >>> 24;
                int px = each.left() + x;
                int py = each.top() + y;
                if (alpha > 0 && px < wide && py < height) {
                    int was = pixels[py * wide + px] & 0xFF;
                    int grey = Math.min(was, 255 - alpha);
                    pixels[py * wide + px] = 0xFF000000 | grey * 0x010101;
                }
            }
        }
    }
}
