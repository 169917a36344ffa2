package sigmark.inference.synthesis;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Draws page images with formulas in Korean and English text: notes in one or two columns, exercise sheets, tables,
 * slides. A seed gives the same page each time on the same Java and the same fonts. Safe to use from several threads.
 */
public final class PageGenerator {
    private final Typefaces typefaces;
    private final FormulaGrammar grammar;
    private final SentenceBook korean;
    private final SentenceBook english;

    public PageGenerator(Typefaces typefaces, FormulaGrammar grammar) {
        this.typefaces = typefaces;
        this.grammar = grammar;
        this.korean = SentenceBook.korean(grammar);
        this.english = SentenceBook.english(grammar);
    }

    /** A clean print, 100 to 200 dpi of A4 or a slide; no two seeds alike. */
    public InkPage page(long seed) {
        Random random = random(seed);
        int dpi = 100 + random.nextInt(101);
        boolean slide = slide(random);
        return page(random, slide, dpi, points(random, slide));
    }

    /** The same kind of page, its body text with an em of so many pixels. */
    public InkPage page(long seed, double em) {
        Random random = random(seed);
        boolean slide = slide(random);
        double points = points(random, slide);
        return page(random, slide, em * 72 / points, points);
    }

    /** A page of one kind, 100 to 200 dpi. */
    public InkPage page(long seed, PageKind kind) {
        Random random = random(seed);
        boolean slide = kind == PageKind.SLIDE;
        double points = kind == PageKind.COLUMNS ? 8.5 + 2.5 * random.nextDouble() : points(random, slide);
        double dpi = 100 + random.nextInt(101);
        SentenceBook book = random.nextInt(5) < 3 ? korean : english;
        PageTheme theme = theme(random, slide, dpi, points, book);
        List<Block> blocks =
                switch (kind) {
                    case SLIDE -> slide(book, random);
                    case SHEET -> sheet(book, random);
                    case TABLES -> tables(book, random);
                    case NOTES, COLUMNS -> notes(book, random);
                };
        return new Typesetter(kind == PageKind.COLUMNS ? theme.withColumns(2) : theme, random).set(blocks);
    }

    private static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L + 17);
    }

    private static boolean slide(RandomGenerator random) {
        return random.nextInt(10) == 0;
    }

    private static double points(RandomGenerator random, boolean slide) {
        return slide ? 14 + random.nextInt(7) : 8.5 + 4.5 * random.nextDouble();
    }

    private InkPage page(RandomGenerator random, boolean slide, double dpi, double points) {
        SentenceBook book = random.nextInt(5) < 3 ? korean : english;
        PageTheme theme = theme(random, slide, dpi, points, book);
        List<Block> blocks =
                slide ? slide(book, random) : random.nextInt(9) < 4 ? sheet(book, random) : notes(book, random);
        return new Typesetter(theme, random).set(blocks);
    }

    private PageTheme theme(RandomGenerator random, boolean slide, double dpi, double points, SentenceBook book) {
        List<Typeface> faces = typefaces.all();
        Typeface face = faces.get(random.nextInt(faces.size()));
        int width = (int) Math.round((slide ? 10.0 : 8.27) * dpi);
        int height = (int) Math.round((slide ? 5.63 : 11.69) * dpi);
        int columns = slide || points > 11 ? 1 : 1 + random.nextInt(2);
        Color paper = random.nextInt(5) == 0 ? tint(random) : Color.WHITE;
        Color ink = random.nextInt(3) > 0 ? Color.BLACK : grey(random.nextInt(70));
        Color accent =
                random.nextInt(3) > 0 ? ink : new Color(random.nextInt(130), random.nextInt(90), random.nextInt(160));
        boolean running = random.nextBoolean();
        return new PageTheme(
                width,
                height,
                width * (0.06 + 0.07 * random.nextDouble()),
                height * (0.06 + 0.04 * random.nextDouble()),
                columns,
                face,
                (float) (points * dpi / 72),
                1.3 + 0.5 * random.nextDouble(),
                random.nextBoolean() ? 1 : 0,
                random.nextInt(3) > 0,
                random.nextInt(3) == 0,
                random.nextBoolean(),
                paper,
                ink,
                accent,
                running ? book.sentence("title", random) : "",
                running ? "- " + random.nextInt(1, 300) + " -" : String.valueOf(random.nextInt(1, 300)));
    }

    private List<Block> notes(SentenceBook book, RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        if (random.nextBoolean()) {
            blocks.add(new Block.Heading(book.sentence("title", random), 0));
        }
        int number = random.nextInt(1, 9);
        for (int i = 0; i < 24; i++) {
            switch (random.nextInt(16)) {
                case 0, 1 -> blocks.add(new Block.Heading(book.sentence("section", random), 1 + random.nextInt(2)));
                case 2 -> blocks.add(figure(book, random));
                case 3 -> blocks.add(table(book, random));
                case 4 ->
                    blocks.add(new Block.Display(
                            grammar.display(random), random.nextBoolean() ? "(" + number++ + ")" : ""));
                case 5 -> blocks.add(new Block.Paragraph("•", sentences(book, random, 1), 0));
                case 6 -> blocks.add(frame(book, random));
                case 7 -> blocks.add(new Block.Paragraph("", plain(book, random), 0));
                default -> number = paragraph(blocks, book, random, number);
            }
        }
        return blocks;
    }

    private List<Block> tables(SentenceBook book, RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(book.sentence("title", random), 0));
        for (int i = 0; i < 6; i++) {
            blocks.add(new Block.Paragraph("", sentences(book, random, 1 + random.nextInt(2)), 0));
            blocks.add(table(book, random));
        }
        return blocks;
    }

    private List<Block> sheet(SentenceBook book, RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        if (random.nextInt(3) > 0) {
            blocks.add(new Block.Heading(book.sentence("title", random), 0));
        }
        if (random.nextInt(3) == 0) {
            blocks.add(new Block.Paragraph("", plain(book, random), 0));
        }
        String[] forms = {"%d.", "[%d]", "%02d", "문제 %d", "(%d)", "**%d**"};
        String form = forms[random.nextInt(forms.length)];
        int first = random.nextInt(1, 20);
        for (int i = 0; i < 16; i++) {
            String label = form.formatted(first + i);
            exercise(blocks, label, book, random);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> blocks.add(choices(random));
                case 3 -> blocks.add(figure(book, random));
                case 4 -> {
                    for (int j = 1; j <= 2 + random.nextInt(3); j++) {
                        String inner = random.nextBoolean()
                                ? "$" + grammar.inline(random) + "$"
                                : book.sentence("exercise", random).replace("{d}", "");
                        blocks.add(new Block.Paragraph("(" + j + ")", inner, 1));
                    }
                }
                case 5 -> blocks.add(frame(book, random));
                default -> {}
            }
            if (random.nextInt(3) == 0) {
                blocks.add(new Block.Gap(random.nextDouble() * 2));
            }
        }
        return blocks;
    }

    private List<Block> slide(SentenceBook book, RandomGenerator random) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(book.sentence("title", random), 0));
        for (int i = 0; i < 5; i++) {
            switch (random.nextInt(5)) {
                case 0 -> blocks.add(new Block.Display(grammar.display(random), ""));
                case 1 -> blocks.add(table(book, random));
                default -> blocks.add(new Block.Paragraph("•", sentences(book, random, 1), 0));
            }
        }
        return blocks;
    }

    private int paragraph(List<Block> blocks, SentenceBook book, RandomGenerator random, int number) {
        StringBuilder text = new StringBuilder();
        int next = number;
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String sentence = random.nextInt(4) == 0 ? book.sentence("plain", random) : book.sentence("text", random);
            text.append(text.isEmpty() ? "" : " ")
                    .append(sentence.replace("{d}", "").strip());
            if (sentence.endsWith("{d}")) {
                blocks.add(new Block.Paragraph("", text.toString(), 0));
                text.setLength(0);
                boolean numbered = random.nextInt(3) == 0;
                blocks.add(new Block.Display(grammar.display(random), numbered ? "(" + next++ + ")" : ""));
            }
        }
        if (!text.isEmpty()) {
            blocks.add(new Block.Paragraph("", text.toString(), 0));
        }
        return next;
    }

    private void exercise(List<Block> blocks, String label, SentenceBook book, RandomGenerator random) {
        String sentence = book.sentence("exercise", random);
        String before = random.nextInt(4) == 0 ? book.sentence("plain", random) + " " : "";
        blocks.add(
                new Block.Paragraph(label, before + sentence.replace("{d}", "").strip(), 0));
        if (sentence.endsWith("{d}")) {
            blocks.add(new Block.Display(grammar.display(random), ""));
        }
    }

    private String sentences(SentenceBook book, RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(book.sentence("text", random).replace("{d}", "").strip())
                    .append(' ');
        }
        return text.toString().strip();
    }

    private String plain(SentenceBook book, RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            text.append(book.sentence("plain", random)).append(' ');
        }
        return text.toString().strip();
    }

    private Block choices(RandomGenerator random) {
        boolean numbers = random.nextInt(3) == 0;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            texts.add(numbers ? SentenceBook.number(random) : "$" + grammar.inline(random) + "$");
        }
        return new Block.Choices(texts);
    }

    private Block figure(SentenceBook book, RandomGenerator random) {
        String shape = FigurePainter.SHAPES.get(random.nextInt(FigurePainter.SHAPES.size()));
        return new Block.Figure(shape, random.nextBoolean() ? book.sentence("caption", random) : "");
    }

    private Block table(SentenceBook book, RandomGenerator random) {
        int columns = 2 + random.nextInt(4);
        boolean mathematics = random.nextBoolean();
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < 2 + random.nextInt(4); r++) {
            List<String> row = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                boolean word = r == 0 || c == 0;
                if (word && random.nextInt(3) > 0) {
                    row.add(book.sentence("word", random));
                } else if (mathematics || word) {
                    row.add("$" + (word ? grammar.letter(random) : grammar.inline(random)) + "$");
                } else {
                    row.add(SentenceBook.number(random));
                }
            }
            rows.add(row);
        }
        return new Block.Table(rows, true);
    }

    private Block frame(SentenceBook book, RandomGenerator random) {
        List<Block> inside = new ArrayList<>();
        String[] labels = {"ㄱ.", "ㄴ.", "ㄷ."};
        boolean statements = random.nextBoolean();
        for (int i = 0; i < (statements ? 3 : 1); i++) {
            inside.add(
                    new Block.Paragraph(statements ? labels[i] : "", sentences(book, random, statements ? 1 : 2), 0));
        }
        if (!statements && random.nextBoolean()) {
            inside.add(new Block.Display(grammar.display(random), ""));
        }
        return new Block.Frame(statements && random.nextBoolean() ? "보 기" : "", inside);
    }

    private static Color tint(RandomGenerator random) {
        return new Color(255 - random.nextInt(25), 255 - random.nextInt(25), 255 - random.nextInt(35));
    }

    private static Color grey(int level) {
        return new Color(level, level, level);
    }
}
