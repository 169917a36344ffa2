package sigmark.app.work.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideSection;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;
import sigmark.labeling.guide.book.Block;
import sigmark.labeling.guide.book.BookTexts;
import sigmark.labeling.guide.book.ExamplePainter;
import sigmark.labeling.guide.book.Markdown;
import sigmark.labeling.guide.book.Span;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.Exhibit;

/** A guide as pages to print: the same words, rules and examples as its HTML, in one language. */
public final class GuidePdf {
    private static final double MARGIN = 52;
    private static final double WIDTH = PdfSheet.WIDTH - 2 * MARGIN;
    private static final double BOTTOM = PdfSheet.HEIGHT - 58;
    private static final double BODY = 9.5;
    private static final double GAP = 12;
    private static final double HALF = (WIDTH - GAP) / 2;
    private static final double PAD = 7;
    /** A rule begins only where its title, a few lines and its first examples have room. */
    private static final double KEPT_TOGETHER = 190;

    private static final Color GOOD = new Color(0x17722f);
    private static final Color BAD = new Color(0xcf222e);
    private static final Color LINE = new Color(0xd0d7de);

    private final Guide guide;
    private final GuideWords words;
    private final ExampleGallery gallery;
    private final BookTexts texts;
    private final LineSetter setter = new LineSetter();
    private final PdfSheet sheet;
    private double y = MARGIN;

    private GuidePdf(Guide guide, String language, ExampleGallery gallery, BookTexts texts) throws IOException {
        this.guide = guide;
        this.words = guide.in(language);
        this.gallery = gallery;
        this.texts = texts;
        sheet = new PdfSheet(words.title(), words.language());
    }

    /**
     * The file.
     *
     * @param edition such as "Guide 3, 2026-11-25"; stands below the title
     */
    public static byte[] write(Guide guide, String language, String edition, ExampleGallery gallery, BookTexts texts)
            throws IOException {
        GuidePdf pdf = new GuidePdf(guide, language, gallery, texts);
        try (PdfSheet sheet = pdf.sheet) {
            pdf.write(edition);
            return sheet.bytes();
        }
    }

    private void write(String edition) throws IOException {
        set(setter.lines(words.title(), 20, WIDTH, true), MARGIN);
        y += 4;
        set(setter.lines(edition, BODY, WIDTH, false), MARGIN);
        y += 10;
        blocks(words.introduction());
        for (GuideSection section : words.sections()) {
            nextPage();
            set(setter.lines(section.title(), 15, WIDTH, true), MARGIN);
            sheet.fill(MARGIN, y + 2, WIDTH, 0.8, LINE);
            y += 10;
            blocks(section.markdown());
            for (String id : section.ruleIds()) {
                if (guide.rule(id).isPresent()) {
                    rule(guide.rule(id).get());
                }
            }
        }
        number();
    }

    private void nextPage() throws IOException {
        number();
        sheet.nextPage();
        y = MARGIN;
    }

    private void number() throws IOException {
        String number = Integer.toString(sheet.pages());
        double at = PdfSheet.WIDTH - MARGIN - setter.plain().width(number, 8);
        sheet.text(number, at, PdfSheet.HEIGHT - 34, setter.plain(), 8, LineSetter.MUTED);
    }

    private void room(double height) throws IOException {
        if (y + height > BOTTOM && y > MARGIN) {
            nextPage();
        }
    }

    private void set(List<LineSetter.Line> lines, double x) throws IOException {
        for (LineSetter.Line line : lines) {
            room(line.height());
            line.draw(sheet, x, y);
            y += line.height();
        }
    }

    private void blocks(String markdown) throws IOException {
        for (Block block : Markdown.blocks(markdown)) {
            if (block instanceof Block.Heading heading) {
                y += 4;
                set(setter.lines(heading.spans(), BODY + 1.5, WIDTH, true), MARGIN);
            } else if (block instanceof Block.Paragraph paragraph) {
                set(setter.lines(paragraph.spans(), BODY, WIDTH, false), MARGIN);
            } else if (block instanceof Block.Items items) {
                items(items);
            } else if (block instanceof Block.Table table) {
                table(table);
            } else if (block instanceof Block.Code code) {
                for (String line : code.text().lines().toList()) {
                    set(setter.code(line, BODY, WIDTH), MARGIN);
                }
            }
            y += 5;
        }
    }

    private void items(Block.Items items) throws IOException {
        int number = 0;
        for (List<Span> item : items.items()) {
            number++;
            List<LineSetter.Line> lines = setter.lines(item, BODY, WIDTH - 18, false);
            if (!lines.isEmpty()) {
                room(lines.get(0).height());
                setter.lines(items.numbered() ? number + "." : "•", BODY, 18, false)
                        .get(0)
                        .draw(sheet, MARGIN, y);
            }
            set(lines, MARGIN + 18);
            y += 2;
        }
    }

    private void table(Block.Table table) throws IOException {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(1);
        double last = columns > 1 ? 0.5 : 1;
        double first = WIDTH * last / Math.max(1, columns - 1);
        for (int i = 0; i < table.rows().size(); i++) {
            List<List<LineSetter.Line>> cells = new ArrayList<>();
            double height = 0;
            for (int column = 0; column < table.rows().get(i).size(); column++) {
                double wide = column == columns - 1 ? WIDTH * last : first;
                List<LineSetter.Line> cell = setter.lines(table.rows().get(i).get(column), BODY, wide - 10, i == 0);
                cells.add(cell);
                height = Math.max(height, height(cell));
            }
            room(height + 6);
            for (int column = 0; column < cells.size(); column++) {
                double at = y + 3;
                for (LineSetter.Line line : cells.get(column)) {
                    line.draw(sheet, MARGIN + first * column, at);
                    at += line.height();
                }
            }
            y += height + 6;
            sheet.fill(MARGIN, y, WIDTH, 0.5, LINE);
        }
    }

    private static double height(List<LineSetter.Line> lines) {
        return lines.stream().mapToDouble(LineSetter.Line::height).sum();
    }

    private void rule(GuideRule rule) throws IOException {
        RuleWords own = words.rule(rule.id());
        List<Span> title = new ArrayList<>(List.of(new Span(Span.Kind.WORDS, rule.id() + "  ", "", false, false)));
        for (Block block : Markdown.blocks(own.title())) {
            if (block instanceof Block.Paragraph paragraph) {
                title.addAll(paragraph.spans());
            }
        }
        y += 8;
        room(KEPT_TOGETHER);
        set(setter.lines(title, BODY + 2.5, WIDTH, true), MARGIN);
        String weight =
                texts.severity(rule.severity()) + (rule.check().isPresent() ? " · " + texts.text("guide.checked") : "");
        for (LineSetter.Line line : setter.lines(weight, 8, WIDTH, false)) {
            line.draw(sheet, MARGIN, y);
            y += line.height();
        }
        y += 2;
        blocks(own.markdown());
        List<GuideExample> good = rule.examples(true);
        List<GuideExample> bad = rule.examples(false);
        for (int i = 0; i < Math.max(good.size(), bad.size()); i++) {
            Card left = i < good.size() ? card(good.get(i)) : Card.NONE;
            Card right = i < bad.size() ? card(bad.get(i)) : Card.NONE;
            double height = Math.max(left.height(), right.height());
            room(height);
            draw(left, MARGIN, height);
            draw(right, MARGIN + HALF + GAP, height);
            y += height + 6;
        }
    }

    /** An example, measured before it is drawn. */
    private record Card(
            boolean good,
            List<LineSetter.Line> head,
            List<BufferedImage> pictures,
            double pictureWidth,
            double pictureHeight,
            List<LineSetter.Line> latex) {
        static final Card NONE = new Card(true, List.of(), List.of(), 0, 0, List.of());

        double height() {
            return head.isEmpty()
                    ? 0
                    : GuidePdf.height(head)
                            + pictureHeight
                            + GuidePdf.height(latex)
                            + 4 * PAD
                            - (latex.isEmpty() ? PAD : 0);
        }
    }

    private Card card(GuideExample example) {
        String note = example.note(words.language());
        String said = texts.text(example.good() ? "guide.like-this" : "guide.not-like-this");
        List<Span> spans = List.of(
                new Span(Span.Kind.WORDS, said + "  ", "", true, false),
                new Span(Span.Kind.WORDS, note, "", false, false));
        List<LineSetter.Line> head = setter.lines(spans, 8.5, HALF - 2 * PAD, false);
        try {
            Exhibit exhibit = gallery.exhibit(example);
            BufferedImage picture = ExamplePainter.paint(exhibit, example.good());
            double scale = Math.min(0.48, Math.min((HALF - 2 * PAD) / picture.getWidth(), 110.0 / picture.getHeight()));
            return new Card(
                    example.good(),
                    head,
                    List.of(picture),
                    picture.getWidth() * scale,
                    picture.getHeight() * scale,
                    exhibit.label()
                            .latex()
                            .map(latex -> setter.code(latex, 8.5, HALF - 2 * PAD))
                            .orElse(List.of()));
        } catch (ProblemException noPicture) {
            return new Card(
                    example.good(),
                    head,
                    List.of(),
                    0,
                    0,
                    example.latex()
                            .map(latex -> setter.code(latex, 8.5, HALF - 2 * PAD))
                            .orElse(List.of()));
        }
    }

    private void draw(Card card, double x, double height) throws IOException {
        if (card.head().isEmpty()) {
            return;
        }
        Color ink = card.good() ? GOOD : BAD;
        sheet.frame(x, y, HALF, height, ink, !card.good());
        sheet.fill(x, y, 3, height, ink);
        double at = y + PAD;
        for (LineSetter.Line line : card.head()) {
            line.draw(sheet, x + PAD + 2, at);
            at += line.height();
        }
        at += PAD;
        for (BufferedImage picture : card.pictures()) {
            sheet.picture(picture, x + (HALF - card.pictureWidth()) / 2, at, card.pictureWidth(), card.pictureHeight());
        }
        at += card.pictureHeight() + PAD;
        for (LineSetter.Line line : card.latex()) {
            line.draw(sheet, x + PAD + 2, at);
            at += line.height();
        }
    }
}
