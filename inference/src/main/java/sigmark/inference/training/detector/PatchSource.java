package sigmark.inference.training.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkLevel;
import sigmark.inference.synthesis.DrawnFormula;
import sigmark.inference.synthesis.InkPage;
import sigmark.inference.synthesis.PhotoModel;
import sigmark.inference.synthesis.ScanModel;
import sigmark.inference.training.BatchSource;
import sigmark.inference.training.TrainingArray;
import sigmark.inference.training.TrainingBatch;

/**
 * Patches of pages: of drawn ones a third as printed, the rest photographed or scanned; labeled ones mostly as they are.
 * Each step takes one new page and cuts
 * its batch out of that and the pages of the steps before.
 */
public final class PatchSource implements BatchSource {
    /** Body text as the network meets it: its em in pixels. */
    public static final double SMALLEST_EM = 10;

    public static final double LARGEST_EM = 18;

    private static final int KEPT = 12;

    private final PageSource pages;
    private final long seed;
    private final int samples;
    private final int width;
    private final int height;
    private final Deque<PageSource.Sheet> pool = new ArrayDeque<>();
    private long nextPage = -1;

    /** @param width and height of a patch: multiples of {@link DetectorNetwork#MULTIPLE} */
    public PatchSource(PageSource pages, long seed, int samples, int width, int height) {
        this.pages = pages;
        this.seed = seed;
        this.samples = samples;
        this.width = width;
        this.height = height;
    }

    @Override
    public TrainingBatch batch(long step) {
        List<PageSource.Sheet> sheets = pagesUpTo(step);
        Random random = new Random(seed * 1_000_003 + step * 7919);
        float[] image = new float[samples * width * height];
        DetectorTargets targets = new DetectorTargets(samples, width, height);
        for (int i = 0; i < samples; i++) {
            PageSource.Sheet sheet = sheets.get(random.nextInt(sheets.size()));
            InkPage patch = patch(sheet, random);
            GreyImage grey = patch.image().grey();
            System.arraycopy(InkLevel.of(grey), 0, image, i * width * height, width * height);
            targets.put(i, visible(patch));
        }
        long rows = height / DetectorNetwork.STRIDE;
        long columns = width / DetectorNetwork.STRIDE;
        return new TrainingBatch(
                List.of(
                        TrainingArray.of(image, samples, 1, height, width),
                        TrainingArray.of(targets.heat, samples, 2, rows, columns),
                        TrainingArray.of(targets.edges, samples, 4, rows, columns),
                        TrainingArray.of(targets.weight, samples, 1, rows, columns)),
                samples);
    }

    private List<PageSource.Sheet> pagesUpTo(long step) {
        if (nextPage != step) {
            pool.clear();
            nextPage = Math.max(0, step - KEPT + 1);
        }
        while (nextPage <= step) {
            long name = seed * 10_000_000 + nextPage;
            double em = SMALLEST_EM + (LARGEST_EM - SMALLEST_EM) * new Random(name).nextDouble();
            pool.addLast(pages.page(name, em));
            nextPage++;
        }
        while (pool.size() > KEPT) {
            pool.removeFirst();
        }
        return new ArrayList<>(pool);
    }

    private InkPage patch(PageSource.Sheet sheet, Random random) {
        InkPage page = sheet.page();
        int extra = 24;
        int left = random.nextInt(Math.max(1, page.image().width() - width + 2 * extra)) - extra;
        int top = random.nextInt(Math.max(1, page.image().height() - height + 2 * extra)) - extra;
        int way = random.nextInt(6);
        if (!sheet.drawn() && way < 5) {
            return page.crop(left, top, width, height); // worn by life already
        }
        return switch (way) {
            case 0, 1 -> page.crop(left, top, width, height);
            case 2 -> new ScanModel().scan(page.crop(left, top, width, height), random.nextLong());
            default -> {
                InkPage wide = page.crop(left - extra, top - extra, width * 5 / 4, height * 5 / 4);
                InkPage photo = new PhotoModel(0.3 + 0.9 * random.nextDouble()).photograph(wide, random.nextLong());
                int x = Math.max(0, (photo.image().width() - width) / 2);
                int y = Math.max(0, (photo.image().height() - height) / 2);
                yield photo.crop(x, y, width, height);
            }
        };
    }

    /** Formulas of which more than a sliver can be seen. */
    private static List<DrawnFormula> visible(InkPage patch) {
        return patch.formulas().stream()
                .filter(f -> f.box().width() >= 3 && f.box().height() >= 3)
                .toList();
    }
}
