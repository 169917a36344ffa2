package sigmark.inference.synthesis;

import java.util.Random;
import java.util.random.RandomGenerator;
import sigmark.inference.page.PixelImage;

/**
 * What a hand-held camera makes of a page: perspective, a mild curl of the paper, uneven light, a shadow, blur, noise and
 * JPEG, and on wish the moiré of a screen. Ink is moved with the picture, so that boxes stay tight.
 */
public final class PhotoModel {
    private final double strength;
    private final double moire;

    public PhotoModel() {
        this(1);
    }

    /** @param strength 0 leaves the page almost as it is, 1 is an ordinary phone photo, up to 2 */
    public PhotoModel(double strength) {
        this(strength, 0);
    }

    /** @param moire how strong the waves are that a photo of a screen shows, 0 none to 1 */
    public PhotoModel(double strength, double moire) {
        if (!(moire >= 0 && moire <= 1)) {
            throw new IllegalArgumentException("moire %s is not in 0 to 1".formatted(moire));
        }
        if (!(strength >= 0 && strength <= 2)) {
            throw new IllegalArgumentException("strength %s is not in 0 to 2".formatted(strength));
        }
        this.strength = strength;
        this.moire = moire;
    }

    /** A photo of the page; the same page and seed give the same photo. */
    public InkPage photograph(InkPage page, long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 29);
        InkPage bent = new Bend(page, random).apply();
        PixelImage image = bent.image();
        Light light = Light.draw(random, strength, image.width(), image.height());
        float[][] channels = light.shine(image);
        if (moire > 0) {
            Filters.moire(channels, image.width(), image.height(), moire, new Random(seed));
        }
        double blur = (0.35 + 0.75 * random.nextDouble()) * strength * image.height() / 1500;
        for (float[] channel : channels) {
            Filters.blur(channel, image.width(), image.height(), Math.min(blur, 1.8));
        }
        double noise = (1.5 + 5 * random.nextDouble()) * strength;
        PixelImage noisy = Filters.noisy(channels, image.width(), image.height(), noise, random);
        float quality = (float) Math.max(0.4, 0.92 - 0.35 * random.nextDouble() * strength);
        return new InkPage(Filters.jpeg(noisy, quality), bent.owners(), bent.contents());
    }

    /** Paper seen at an angle, on a table. */
    private final class Bend {
        private final InkPage page;
        private final int width;
        private final int height;
        private final double[] toPage;
        private final double curlX;
        private final double curlY;
        private final double phase;
        private final int table;

        Bend(InkPage page, RandomGenerator random) {
            this.page = page;
            double zoom = 0.82 + 0.3 * random.nextDouble();
            width = (int) (page.image().width() * zoom);
            height = (int) (page.image().height() * zoom);
            toPage = homography(corners(random));
            curlX = strength * 0.008 * random.nextGaussian();
            curlY = strength * 0.008 * random.nextGaussian();
            phase = random.nextDouble() * 3;
            int grey = 40 + random.nextInt(150);
            table = grey << 16 | (grey * (80 + random.nextInt(20)) / 100) << 8 | grey * (60 + random.nextInt(40)) / 100;
        }

        /** Where the paper's corners come to lie: clockwise from the top left, in pixels of the photo. */
        private double[] corners(RandomGenerator random) {
            double angle = Math.toRadians(2.2 * strength * random.nextGaussian());
            double margin = random.nextInt(3) == 0 ? 0.05 : -0.02;
            double[] corners = new double[8];
            for (int i = 0; i < 4; i++) {
                double x = (i == 1 || i == 2 ? 1 - margin : margin) + 0.025 * strength * random.nextGaussian() - 0.5;
                double y = (i >= 2 ? 1 - margin : margin) + 0.025 * strength * random.nextGaussian() - 0.5;
                double px = x * width;
                double py = y * height;
                corners[2 * i] = width / 2.0 + px * Math.cos(angle) - py * Math.sin(angle);
                corners[2 * i + 1] = height / 2.0 + px * Math.sin(angle) + py * Math.cos(angle);
            }
            return corners;
        }

        /** The table top, with a faint grain along x. */
        private int table(int x, int y) {
            double grain = 1 + 0.05 * Math.sin(y * 0.21 + 2 * Math.sin(x * 0.006 + phase)) + 0.03 * Math.sin(y * 0.83);
            int result = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                result |= (int) Math.min(255, (table >> shift & 0xFF) * grain) << shift;
            }
            return result;
        }

        InkPage apply() {
            int[] pixels = new int[width * height];
            short[] owners = new short[width * height];
            int pageWidth = page.image().width();
            int pageHeight = page.image().height();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double w = toPage[6] * x + toPage[7] * y + 1;
                    double u = (toPage[0] * x + toPage[1] * y + toPage[2]) / w;
                    double v = (toPage[3] * x + toPage[4] * y + toPage[5]) / w;
                    double sx = (u + curlX * Math.sin(Math.PI * v + phase)) * pageWidth - 0.5;
                    double sy = (v + curlY * Math.sin(Math.PI * u * 1.3 + phase)) * pageHeight - 0.5;
                    double inside = Math.min(Math.min(sx + 1, pageWidth - sx), Math.min(sy + 1, pageHeight - sy));
                    int nx = (int) Math.round(sx);
                    int ny = (int) Math.round(sy);
                    int i = y * width + x;
                    if (inside <= 0) {
                        pixels[i] = table(x, y);
                        continue;
                    }
                    int paper = Filters.sample(page.image(), sx, sy);
                    pixels[i] = inside >= 1 ? paper : mix(table(x, y), paper, inside);
                    if (nx >= 0 && ny >= 0 && nx < pageWidth && ny < pageHeight) {
                        owners[i] = page.owners()[ny * pageWidth + nx];
                    }
                }
            }
            return new InkPage(new PixelImage(width, height, pixels), owners, page.contents());
        }
    }

    private static int mix(int under, int over, double share) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int a = under >> shift & 0xFF;
            int b = over >> shift & 0xFF;
            result |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return result;
    }

    /** The projective map that takes these corners to the unit square's, as its first eight numbers. */
    static double[] homography(double[] corners) {
        double[] square = {0, 0, 1, 0, 1, 1, 0, 1};
        double[][] rows = new double[8][9];
        for (int i = 0; i < 4; i++) {
            double x = corners[2 * i];
            double y = corners[2 * i + 1];
            double u = square[2 * i];
            double v = square[2 * i + 1];
            rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
            rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
        }
        return solve(rows);
    }

    /** Gauss's elimination with pivots; the last column is the right side. */
    private static double[] solve(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            int pivot = i;
            for (int r = i + 1; r < n; r++) {
                pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
            }
            double[] swapped = rows[i];
            rows[i] = rows[pivot];
            rows[pivot] = swapped;
            for (int r = 0; r < n; r++) {
                if (r != i) {
                    double factor = rows[r][i] / rows[i][i];
                    for (int c = i; c <= n; c++) {
                        rows[r][c] -= factor * rows[i][c];
                    }
                }
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = rows[i][n] / rows[i][i];
        }
        return solution;
    }
}
