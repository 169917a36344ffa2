package sigmark.inference.synthesis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkMap;
import sigmark.inference.page.PixelImage;

/**
 * A drawn page that still knows which pixel is whose ink. Distortions move picture and ink alike, so that boxes can be
 * read off afterwards, tight whatever was done to the page.
 */
public final class InkPage {
    /** A formula before it has a box. */
    record Content(String latex, FormulaKind kind) {}

    private final PixelImage image;
    private final short[] owners;
    private final List<Content> contents;

    /**
     * @param owners for each pixel 0, or one more than the index of the formula whose ink it shows
     */
    InkPage(PixelImage image, short[] owners, List<Content> contents) {
        if (owners.length != image.width() * image.height()) {
            throw new IllegalArgumentException(
                    "%d owners for %d×%d pixels".formatted(owners.length, image.width(), image.height()));
        }
        this.image = image;
        this.owners = owners;
        this.contents = List.copyOf(contents);
    }

    /** A page whose formulas people marked: within a box, ink is the formula's; all of the box where none shows. */
    public static InkPage labeled(GreyImage image, List<DrawnFormula> formulas) {
        InkMap ink = InkMap.of(image);
        short[] owners = new short[image.width() * image.height()];
        List<Content> contents = new ArrayList<>();
        formulas.stream()
                .sorted(Comparator.comparingDouble(
                        (DrawnFormula each) -> -each.box().area()))
                .limit(Short.MAX_VALUE)
                .forEach(formula -> {
                    contents.add(new Content(formula.latex(), formula.kind()));
                    mark(ink, owners, formula.box(), (short) contents.size());
                });
        return new InkPage(image.toPixelImage(), owners, contents);
    }

    private static void mark(InkMap ink, short[] owners, Box box, short owner) {
        int left = (int) Math.max(0, Math.round(box.left()));
        int top = (int) Math.max(0, Math.round(box.top()));
        int right = (int) Math.min(ink.width(), Math.max(Math.round(box.right()), left + 1));
        int bottom = (int) Math.min(ink.height(), Math.max(Math.round(box.bottom()), top + 1));
        boolean any = false;
        for (boolean all : new boolean[] {false, true}) {
            for (int y = top; y < bottom && !(all && any); y++) {
                for (int x = left; x < right; x++) {
                    if (all || ink.at(x, y)) {
                        owners[y * ink.width() + x] = owner;
                        any |= !all;
                    }
                }
            }
        }
    }

    public PixelImage image() {
        return image;
    }

    short[] owners() {
        return owners;
    }

    List<Content> contents() {
        return contents;
    }

    /** A part of the page as a page of its own; what lies outside the page is white. */
    public InkPage crop(int left, int top, int width, int height) {
        int[] pixels = new int[width * height];
        short[] inside = new short[width * height];
        java.util.Arrays.fill(pixels, 0xFFFFFFFF);
        int from = Math.max(0, -left);
        int to = Math.min(width, image.width() - left);
        for (int y = Math.max(0, -top); y < height && y + top < image.height(); y++) {
            if (to > from) {
                int source = (y + top) * image.width() + left + from;
                System.arraycopy(image.pixels(), source, pixels, y * width + from, to - from);
                System.arraycopy(owners, source, inside, y * width + from, to - from);
            }
        }
        return new InkPage(new PixelImage(width, height, pixels), inside, contents);
    }

    /** The formulas with the tight boxes of their ink; those that lost all ink are left out. In drawing order. */
    public List<DrawnFormula> formulas() {
        int count = contents.size();
        int[] left = new int[count];
        int[] top = new int[count];
        int[] right = new int[count];
        int[] bottom = new int[count];
        java.util.Arrays.fill(left, Integer.MAX_VALUE);
        java.util.Arrays.fill(top, Integer.MAX_VALUE);
        int width = image.width();
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < width; x++) {
                int i = owners[y * width + x] - 1;
                if (i >= 0) {
                    left[i] = Math.min(left[i], x);
                    top[i] = Math.min(top[i], y);
                    right[i] = Math.max(right[i], x + 1);
                    bottom[i] = y + 1;
                }
            }
        }
        List<DrawnFormula> formulas = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (right[i] > left[i] && bottom[i] > top[i]) {
                Content content = contents.get(i);
                formulas.add(new DrawnFormula(
                        content.latex(), content.kind(), new Box(left[i], top[i], right[i], bottom[i])));
            }
        }
        return formulas;
    }
}
