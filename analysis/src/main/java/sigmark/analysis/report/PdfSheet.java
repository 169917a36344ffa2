package sigmark.analysis.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sigmark.analysis.errors.AlignedToken;
import sigmark.analysis.report.pdf.PdfPaper;
import sigmark.inference.page.PixelImage;

/** The report on A4 paper. */
final class PdfSheet implements Sheet, AutoCloseable {
    private static final int INK = 0x1c2330;
    private static final int SOFT = 0x57606a;
    private static final int LINE = 0xd8dde6;
    private static final int BAR = 0x4a6fd8;
    private static final int MISSING = 0xb3261e;
    private static final int EXTRA = 0x17722f;
    private static final int[] SERIES = {0x4a6fd8, 0xc2542d, 0x2c8f83, 0x8a5cc2};
    private static final double SIZE = 9;
    private static final double LEADING = 12.5;
    private static final double GAP = 14;
    private static final double CHART = 110;
    private static final double PICTURE = 62;
    private static final double MATCH = 84;

    /** A heading keeps so much below it on its page: a card. */
    private static final double HEADED = 236;

    private final PdfPaper paper;
    private final ReportTexts texts;

    PdfSheet(ReportTexts texts) {
        this.texts = texts;
        try {
            paper = new PdfPaper();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() throws IOException {
        return paper.bytes();
    }

    @Override
    public void close() throws IOException {
        paper.close();
    }

    @Override
    public void title(String title, String about) {
        lines(title, 16, INK);
        paper.down(4);
        lines(about, SIZE, INK);
    }

    @Override
    public void heading(String text) {
        paper.down(16);
        paper.need(HEADED);
        lines(text, 12, INK);
        paper.down(4);
    }

    @Override
    public void note(String text) {
        lines(text, 8, SOFT);
        paper.down(4);
    }

    private void lines(String text, double size, int color) {
        double leading = size * LEADING / SIZE;
        for (String line : paper.folded(text, size, PdfPaper.WIDTH)) {
            paper.need(leading);
            paper.text(line, size, color, 0, 0);
            paper.down(leading);
        }
    }

    @Override
    public void table(List<String> columns, List<Row> rows) {
        double[] widths = widths(columns, rows);
        row(columns, widths, SOFT);
        for (Row row : rows) {
            row(row.cells(), widths, row.few() ? SOFT : INK);
        }
        paper.down(4);
    }

    /** Numbers as wide as they are; the first column takes the rest, but never less than a third. */
    private double[] widths(List<String> columns, List<Row> rows) {
        double[] widths = new double[columns.size()];
        double numbers = 0;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = paper.width(columns.get(i), SIZE);
            for (Row row : rows) {
                widths[i] = Math.max(widths[i], paper.width(row.cells().get(i), SIZE));
            }
            widths[i] += GAP;
            numbers += i > 0 ? widths[i] : 0;
        }
        double third = PdfPaper.WIDTH / 3;
        double room = PdfPaper.WIDTH - third;
        for (int i = 1; i < widths.length && numbers > room; i++) {
            widths[i] *= room / numbers;
        }
        widths[0] = Math.min(widths[0], Math.max(third, PdfPaper.WIDTH - numbers));
        return widths;
    }

    private void row(List<String> cells, double[] widths, int color) {
        List<List<String>> folded = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = paper.folded(cells.get(i), SIZE, widths[i] - GAP + 0.1);
            folded.add(lines);
            most = Math.max(most, lines.size());
        }
        double height = most * LEADING + 3;
        paper.need(height);
        double x = 0;
        for (int i = 0; i < cells.size(); i++) {
            for (int line = 0; line < folded.get(i).size(); line++) {
                String text = folded.get(i).get(line);
                double left = i == 0 ? x : x + widths[i] - GAP / 2 - paper.width(text, SIZE);
                paper.text(text, SIZE, color, left, 1.5 + line * LEADING);
            }
            x += widths[i];
        }
        paper.area(0, height - 0.4, x, 0.4, LINE);
        paper.down(height);
    }

    @Override
    public void facts(List<Fact> facts) {
        double name = 130;
        for (Fact fact : facts) {
            List<String> lines = paper.folded(fact.value(), SIZE, PdfPaper.WIDTH - name);
            double height = lines.size() * LEADING + 3;
            paper.need(height);
            paper.text(fact.name(), SIZE, SOFT, 0, 1.5);
            for (int i = 0; i < lines.size(); i++) {
                paper.text(lines.get(i), SIZE, INK, name, 1.5 + i * LEADING);
            }
            paper.down(height);
        }
    }

    @Override
    public void list(List<String> items) {
        items.forEach(item -> lines("· " + item, SIZE, INK));
    }

    @Override
    public void bars(Bars bars) {
        paper.need(CHART);
        double most = Math.max(
                1, bars.values().stream().mapToDouble(Double::doubleValue).max().orElse(1));
        double step = PdfPaper.WIDTH / Math.max(1, bars.values().size());
        for (int i = 0; i < bars.values().size(); i++) {
            double height = (CHART - 40) * bars.values().get(i) / most;
            double x = i * step;
            paper.area(x + step * 0.1, CHART - 24 - height, step * 0.8, height, BAR);
            centered(String.format(Locale.ROOT, "%,.0f", bars.values().get(i)), x, step, CHART - 36 - height);
            centered(bars.labels().get(i), x, step, CHART - 20);
        }
        paper.down(CHART);
    }

    private void centered(String text, double x, double width, double y) {
        paper.text(text, 8, INK, x + (width - paper.width(text, 8)) / 2, y);
    }

    @Override
    public void parts(Bars parts) {
        double all = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        if (all <= 0) {
            return;
        }
        paper.down(6);
        paper.need(28 + parts.labels().size() * LEADING);
        double x = 0;
        for (int i = 0; i < parts.values().size(); i++) {
            double width = PdfPaper.WIDTH * parts.values().get(i) / all;
            paper.area(x, 0, width, 18, SERIES[i % SERIES.length]);
            x += width;
        }
        paper.down(24);
        for (int i = 0; i < parts.labels().size(); i++) {
            paper.area(0, 3, 8, 8, SERIES[i % SERIES.length]);
            paper.text(parts.labels().get(i), SIZE, INK, 14, 1);
            paper.down(LEADING);
        }
    }

    @Override
    public void beginCards() {
        paper.down(2);
    }

    @Override
    public void endCards() {
        paper.down(2);
    }

    /** Crop and renderings side by side, the texts below, then the match; a card stays on one page where it fits. */
    @Override
    public void card(Card card) {
        double column = (PdfPaper.WIDTH - 2 * GAP) / 3;
        double height = LEADING * 5 + PICTURE + (card.match().isPresent() ? MATCH + LEADING : 0);
        paper.need(height);
        paper.area(0, 2, PdfPaper.WIDTH, 0.4, LINE);
        paper.down(6);
        lines(card.head(), SIZE, SOFT);
        List<PixelImage> pictures = new ArrayList<>();
        card.crop().ifPresent(pictures::add);
        card.sides().forEach(side -> side.rendering().ifPresent(pictures::add));
        double tallest = 0;
        for (int i = 0; i < pictures.size(); i++) {
            tallest = Math.max(tallest, picture(pictures.get(i), i * (column + GAP), column, PICTURE));
        }
        paper.down(tallest + 3);
        for (Card.Side side : card.sides()) {
            lines(side.name() + ": " + side.latex().orElse(texts.text("card.none")), SIZE, INK);
        }
        if (!card.difference().isEmpty()) {
            difference(card.difference());
        }
        if (!card.remarks().isEmpty()) {
            lines(card.remarks(), SIZE, SOFT);
        }
        card.match().ifPresent(match -> {
            paper.need(MATCH + LEADING);
            lines(match.caption(), SIZE, SOFT);
            paper.down(picture(match.picture(), 0, PdfPaper.WIDTH, MATCH) + 3);
        });
        paper.down(4);
    }

    private double picture(PixelImage image, double x, double width, double height) {
        try {
            return paper.picture(image, x, 0, width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tokens in lines: missing ones struck out, extra ones underlined. */
    private void difference(List<AlignedToken> tokens) {
        double x = 0;
        paper.need(LEADING);
        for (AlignedToken token : tokens) {
            if (token.equal() || !token.extra()) {
                x = token(token.truth(), token.equal() ? INK : MISSING, token.equal() ? -1 : SIZE * 0.68, x);
            }
            if (!token.equal() && !token.missing()) {
                x = token(token.prediction(), EXTRA, SIZE * 1.18, x);
            }
        }
        paper.down(LEADING + 1);
    }

    private double token(String text, int color, double line, double x) {
        double width = paper.width(text, SIZE);
        double left = x;
        if (left > 0 && left + width > PdfPaper.WIDTH) {
            paper.down(LEADING);
            paper.need(LEADING);
            left = 0;
        }
        paper.text(text, SIZE, color, left, 0);
        if (line > 0) {
            paper.area(left, line, width, 0.7, color);
        }
        return left + width + 4;
    }
}
