package sigmark.app.work.print;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.latex.render.FormulaImage;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.RenderStyle;
import sigmark.labeling.guide.book.Span;

/** Breaks spans of words, code and formulas into lines of a width. Words are kept whole where a line has room. */
final class LineSetter {
    static final Color INK = new Color(0x1f2328);
    static final Color MUTED = new Color(0x57606a);
    private static final Color CODE = new Color(0x0550ae);
    /** Formulas are drawn this many times larger than they are shown. */
    private static final int SHARP = 4;

    private final PdfFont plain;
    private final PdfFont bold;
    private final PdfFont mono;

    LineSetter() throws IOException {
        plain = PdfFont.of("Pretendard-Regular.otf");
        bold = PdfFont.of("Pretendard-Bold.otf");
        mono = PdfFont.of("JetBrainsMono-Regular.ttf");
    }

    PdfFont plain() {
        return plain;
    }

    PdfFont bold() {
        return bold;
    }

    /**
     * Something on a line, in points.
     *
     * @param rise how far it reaches above the baseline
     * @param drop how far it reaches below
     */
    private record Piece(
            String text,
            Optional<BufferedImage> picture,
            PdfFont font,
            double size,
            Color ink,
            double width,
            double rise,
            double drop) {
        boolean space() {
            return picture.isEmpty() && text.isBlank();
        }
    }

    /** A line ready to be drawn. */
    static final class Line {
        private final List<Piece> pieces;
        private final double rise;
        private final double drop;

        private Line(List<Piece> pieces, double size) {
            this.pieces = List.copyOf(pieces);
            rise = Math.max(size, pieces.stream().mapToDouble(Piece::rise).max().orElse(0));
            drop = Math.max(
                    size * 0.55, pieces.stream().mapToDouble(Piece::drop).max().orElse(0) + size * 0.2);
        }

        double height() {
            return rise + drop;
        }

        void draw(PdfSheet sheet, double x, double top) throws IOException {
            double at = x;
            double baseline = top + rise;
            for (Piece piece : pieces) {
                if (piece.picture().isPresent()) {
                    sheet.picture(
                            piece.picture().get(),
                            at,
                            baseline - piece.rise(),
                            piece.width(),
                            piece.rise() + piece.drop());
                } else if (!piece.space()) {
                    sheet.text(piece.text(), at, baseline, piece.font(), piece.size(), piece.ink());
                }
                at += piece.width();
            }
        }
    }

    List<Line> lines(List<Span> spans, double size, double width, boolean strong) {
        List<Piece> pieces = new ArrayList<>();
        spans.forEach(span -> pieces(span, size, strong, pieces));
        return broken(pieces, size, width);
    }

    /** A text without marks. */
    List<Line> lines(String text, double size, double width, boolean strong) {
        return lines(List.of(new Span(Span.Kind.WORDS, text, "", false, false)), size, width, strong);
    }

    /** LaTeX or code, which may break anywhere. */
    List<Line> code(String text, double size, double width) {
        return lines(List.of(new Span(Span.Kind.CODE, text, "", false, false)), size, width, false);
    }

    private void pieces(Span span, double size, boolean strong, List<Piece> pieces) {
        if (span.kind() == Span.Kind.FORMULA) {
            Optional<Piece> formula = formula(span.text(), size);
            if (formula.isPresent()) {
                pieces.add(formula.get());
                return;
            }
        }
        boolean code = span.kind() == Span.Kind.CODE || span.kind() == Span.Kind.FORMULA;
        Color ink = code ? CODE : INK;
        for (String word : span.text().replaceAll("\\R", " ").split("(?<=\\s)|(?=\\s)")) {
            PdfFont wanted = code ? mono : strong || span.strong() ? bold : plain;
            PdfFont font = wanted.shows(word) ? wanted : plain;
            double own = code ? size * 0.92 : size;
            pieces.add(new Piece(word, Optional.empty(), font, own, ink, font.width(word, own), own, own * 0.25));
        }
    }

    private Optional<Piece> formula(String latex, double size) {
        return FormulaRenderer.render(latex, new RenderStyle(size * 1.1 * SHARP, 0xFF1F2328, false))
                .image()
                .map(image -> {
                    double scale = 1.0 / SHARP;
                    return new Piece(
                            latex,
                            Optional.of(picture(image)),
                            plain,
                            size,
                            INK,
                            image.width() * scale,
                            image.baseline() * scale,
                            (image.height() - image.baseline()) * scale);
                });
    }

    private static BufferedImage picture(FormulaImage image) {
        var picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
        return picture;
    }

    private static List<Line> broken(List<Piece> pieces, double size, double width) {
        List<Line> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        double used = 0;
        for (Piece whole : pieces) {
            for (Piece piece : fitting(whole, width)) {
                if (used + piece.width() > width && !line.isEmpty() && !piece.space()) {
                    lines.add(new Line(line, size));
                    line.clear();
                    used = 0;
                }
                if (!line.isEmpty() || !piece.space()) {
                    line.add(piece);
                    used += piece.width();
                }
            }
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line, size));
        }
        return lines;
    }

    /** Whatever is wider than a whole line is cut into letters, or shrunk if it is a picture. */
    private static List<Piece> fitting(Piece piece, double width) {
        if (piece.width() <= width) {
            return List.of(piece);
        }
        if (piece.picture().isPresent()) {
            double scale = width / piece.width();
            return List.of(new Piece(
                    piece.text(),
                    piece.picture(),
                    piece.font(),
                    piece.size(),
                    piece.ink(),
                    width,
                    piece.rise() * scale,
                    piece.drop() * scale));
        }
        return piece.text()
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> new Piece(
                        letter,
                        Optional.empty(),
                        piece.font(),
                        piece.size(),
                        piece.ink(),
                        piece.font().width(letter, piece.size()),
                        piece.rise(),
                        piece.drop()))
                .toList();
    }
}
