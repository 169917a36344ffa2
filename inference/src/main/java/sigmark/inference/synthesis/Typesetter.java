package sigmark.inference.synthesis;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sigmark.inference.page.FormulaKind;

/** Sets blocks down the columns of one page; what no longer fits is left out. */
final class Typesetter {
    private static final Pattern ENDED = Pattern.compile("^(.*[^\\\\])([.,])$");

    private final PageTheme theme;
    private final PageCanvas canvas;
    private final TextSetter text;
    private final FigurePainter figures;

    private double left;
    private double width;
    private double y;
    private double bottom;
    private int column;
    private double columnsTop;

    Typesetter(PageTheme theme, RandomGenerator random) {
        this.theme = theme;
        this.canvas = new PageCanvas(theme.width(), theme.height(), theme.paper());
        this.text = new TextSetter(theme);
        this.figures = new FigurePainter(canvas, theme, random);
    }

    InkPage set(List<Block> blocks) {
        runningLines();
        left = theme.marginX();
        width = theme.width() - 2 * theme.marginX();
        y = theme.marginY();
        bottom = theme.height() - theme.marginY();
        int first = 0;
        while (first < blocks.size() && blocks.get(first) instanceof Block.Heading heading && heading.level() == 0) {
            place(heading);
            first++;
        }
        columnsTop = y;
        width = theme.columnWidth();
        for (Block block : blocks.subList(first, blocks.size())) {
            if (column >= theme.columns()) {
                break;
            }
            place(block);
        }
        if (theme.columnRule() && theme.columns() > 1) {
            rule(theme.width() / 2.0, columnsTop, theme.width() / 2.0, bottom);
        }
        return canvas.finish();
    }

    private void runningLines() {
        double small = theme.size() * 0.8;
        if (!theme.header().isEmpty()) {
            TextLine line = text.line(theme.header(), small, false);
            line.draw(canvas, theme.marginX(), theme.marginY() * 0.6, 0, theme.ink());
            double under = Math.round(theme.marginY() * 0.6 + small * 0.6);
            rule(theme.marginX(), under, theme.width() - theme.marginX(), under);
        }
        TextLine line = text.line(theme.footer(), small, false);
        line.draw(canvas, (theme.width() - line.width()) / 2, theme.height() - theme.marginY() * 0.5, 0, theme.ink());
    }

    private void place(Block block) {
        if (block instanceof Block.Heading heading) {
            heading(heading);
        } else if (block instanceof Block.Paragraph paragraph) {
            paragraph(paragraph);
        } else if (block instanceof Block.Display display) {
            display(display);
        } else if (block instanceof Block.Choices choices) {
            choices(choices.texts());
        } else if (block instanceof Block.Figure figure) {
            figure(figure);
        } else if (block instanceof Block.Table table) {
            new TableSetter(theme, canvas, text).measure(table, width).ifPresent(set -> {
                if (room(set.height() + theme.size())) {
                    set.draw(left, y + theme.size() * 0.4);
                    y += set.height() + theme.size();
                }
            });
        } else if (block instanceof Block.Frame frame) {
            frame(frame);
        } else if (block instanceof Block.Rule) {
            y += theme.lineHeight() * 0.5;
            rule(left, y, left + width, y);
            y += theme.lineHeight() * 0.5;
        } else if (block instanceof Block.Gap gap) {
            y += gap.lines() * theme.lineHeight();
        } else if (block instanceof Block.ColumnBreak) {
            nextColumn();
        }
    }

    private void heading(Block.Heading heading) {
        double size = theme.size() * (heading.level() == 0 ? 1.7 : heading.level() == 1 ? 1.25 : 1.08);
        List<TextLine> lines = TextLine.fill(text.words(heading.text(), size, true), width, 0, text.blank(size));
        y += heading.level() == 0 ? 0 : theme.lineHeight() * 0.5;
        for (TextLine line : lines) {
            double x = heading.level() == 0 ? left + (width - line.width()) / 2 : left;
            line(line, x, 0, size * 1.35, theme.accent());
        }
        y += theme.size() * (heading.level() == 0 ? 0.9 : 0.3);
    }

    private void paragraph(Block.Paragraph paragraph) {
        double size = theme.size();
        boolean labelled = !paragraph.label().isEmpty();
        TextLine label = text.line(paragraph.label(), size, false);
        double inset = paragraph.depth() * size * 1.2;
        double hang = labelled ? Math.max(size * 1.5, label.width() + size * 0.5) : 0;
        boolean goesOn = !paragraph.text().isEmpty()
                && Character.isLowerCase(paragraph.text().charAt(0));
        double first = labelled || goesOn ? 0 : theme.indent() * size;
        double room = width - inset - hang;
        List<TextLine> lines = TextLine.fill(text.words(paragraph.text(), size, false), room, first, text.blank(size));
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean last = i == lines.size() - 1;
            double x = left + inset + hang + (i == 0 ? first : 0);
            double stretch = theme.justified() && !last ? room - (i == 0 ? first : 0) : 0;
            double before = y;
            int columnBefore = column;
            if (!line(line, x, stretch, theme.lineHeight(), theme.ink())) {
                return;
            }
            if (i == 0 && labelled) {
                double shift = column == columnBefore ? baselineOf(line, before) : baselineOf(line, columnsTop);
                label.draw(canvas, left + inset, shift, 0, theme.ink());
            }
        }
        y += size * 0.25;
    }

    private double baselineOf(TextLine line, double top) {
        return Math.round(top + Math.max(line.rise(), theme.size() * 0.8) + leadingAbove(theme.lineHeight()));
    }

    private double leadingAbove(double lineHeight) {
        return Math.max(0, lineHeight - theme.size() * 1.05) / 2;
    }

    /** Draws one line at the current height, in the next column when this one is full; false when the page is. */
    private boolean line(TextLine line, double x, double stretch, double lineHeight, Color colour) {
        double above = leadingAbove(lineHeight);
        double height = Math.max(lineHeight, line.rise() + line.drop() + 2 * above);
        double before = left;
        if (!room(height)) {
            return false;
        }
        double baseline = Math.round(y + line.rise() + above);
        line.draw(canvas, x + left - before, baseline, stretch, colour);
        y += height;
        return true;
    }

    /** The sentence's punctuation after a display is drawn, but belongs to the sentence. */
    private void display(Block.Display block) {
        Matcher ended = ENDED.matcher(block.latex());
        boolean punctuated = ended.matches();
        Block.Display display = punctuated ? new Block.Display(ended.group(1), block.number()) : block;
        TextLine punctuation = text.line(punctuated ? ended.group(2) : "", theme.size(), false);
        for (double scale : new double[] {1, 0.88, 0.76}) {
            float size = (float) (theme.size() * scale);
            Optional<FormulaInk> ink = theme.textMath() && !display.latex().contains("\\sum")
                    ? LinearFormula.ink(display.latex(), theme.face(), size)
                    : Optional.empty();
            ink = ink.isPresent() ? ink : FormulaInk.of(display.latex(), true, size);
            TextLine number = text.line(display.number(), theme.size(), false);
            double taken = display.number().isEmpty() ? 0 : 2 * (number.width() + theme.size());
            if (ink.isPresent() && ink.get().width() <= width - taken) {
                FormulaInk found = ink.get();
                double pad = theme.size() * 0.6;
                if (room(found.height() + 2 * pad)) {
                    double baseline = Math.round(y + pad + found.rise());
                    double x = left + (width - found.width()) / 2 - found.bearing();
                    canvas.formula(display.latex(), FormulaKind.DISPLAY, found, x, baseline, theme.ink());
                    punctuation.draw(canvas, x + found.advance() + theme.size() * 0.1, baseline, 0, theme.ink());
                    double middle = y + pad + found.height() / 2.0 + theme.size() * 0.35;
                    double numberAt = found.height() > theme.size() * 2.5 ? middle : baseline;
                    number.draw(canvas, left + width - number.width(), Math.round(numberAt), 0, theme.ink());
                    y += found.height() + 2 * pad;
                }
                return;
            }
        }
    }

    private void choices(List<String> texts) {
        List<TextLine> lines = new ArrayList<>();
        double widest = 0;
        for (int i = 0; i < texts.size(); i++) {
            TextLine line = text.line((char) ('①' + i) + " " + texts.get(i), theme.size(), false);
            lines.add(line);
            widest = Math.max(widest, line.width());
        }
        double inset = theme.size() * 1.5;
        int across = Math.max(1, Math.min(texts.size(), (int) ((width - inset) / (widest + theme.size()))));
        across = across == 4 && texts.size() == 5 ? 3 : across;
        for (int i = 0; i < lines.size(); i += across) {
            List<TextLine> row = lines.subList(i, Math.min(lines.size(), i + across));
            double rise = row.stream().mapToDouble(TextLine::rise).max().orElse(0);
            double drop = row.stream().mapToDouble(TextLine::drop).max().orElse(0);
            double height = Math.max(theme.lineHeight(), rise + drop + theme.size() * 0.4);
            if (!room(height)) {
                return;
            }
            double baseline = Math.round(y + rise + theme.size() * 0.2);
            for (int j = 0; j < row.size(); j++) {
                row.get(j).draw(canvas, left + inset + j * (width - inset) / across, baseline, 0, theme.ink());
            }
            y += height;
        }
        y += theme.size() * 0.4;
    }

    private void figure(Block.Figure figure) {
        double figureWidth = Math.min(width * 0.8, theme.size() * 15);
        double figureHeight = figureWidth * FigurePainter.aspect(figure.shape());
        double caption = figure.caption().isEmpty() ? 0 : theme.lineHeight();
        if (!room(figureHeight + caption + theme.size() * 2.2)) {
            return;
        }
        Rectangle2D area = new Rectangle2D.Double(
                left + (width - figureWidth) / 2, y + theme.size() * 0.8, figureWidth, figureHeight);
        figures.paint(figure.shape(), area);
        y += figureHeight + theme.size() * 1.8;
        if (caption > 0) {
            TextLine line = text.line(figure.caption(), theme.size() * 0.9, false);
            line(line, left + (width - line.width()) / 2, 0, caption, theme.ink());
        }
    }

    private void frame(Block.Frame frame) {
        double pad = theme.size() * 0.8;
        double lines = frame.blocks().size() + 1;
        if (!room(theme.lineHeight() * lines * 1.5 + 2 * pad)) {
            return;
        }
        double top = y + theme.size() * 0.5;
        y = top + pad;
        left += pad;
        width -= 2 * pad;
        for (Block block : frame.blocks()) {
            place(block);
        }
        left -= pad;
        width += 2 * pad;
        y += pad * 0.5;
        stroke(1.2);
        canvas.graphics().setColor(theme.ink());
        canvas.graphics().draw(new Rectangle2D.Double(left, top, width, y - top));
        if (!frame.title().isEmpty()) {
            TextLine title = text.line("<" + frame.title() + ">", theme.size() * 0.9, false);
            double x = left + (width - title.width()) / 2;
            canvas.graphics().setColor(theme.paper());
            canvas.graphics()
                    .fill(new Rectangle2D.Double(
                            x - pad / 2, top - theme.size() / 2, title.width() + pad, theme.size()));
            title.draw(canvas, x, Math.round(top + theme.size() * 0.3), 0, theme.ink());
        }
        y += theme.size() * 0.6;
    }

    /** Makes sure that so much fits below, going on in the next column when it must; false when the page is full. */
    private boolean room(double height) {
        if (column < theme.columns() && y + height > bottom) {
            nextColumn();
        }
        return column < theme.columns() && y + height <= bottom;
    }

    private void nextColumn() {
        column++;
        left += theme.columnWidth() + theme.columnGap();
        y = columnsTop;
    }

    private void rule(double x0, double y0, double x1, double y1) {
        canvas.graphics().setColor(theme.ink());
        stroke(0.9);
        canvas.graphics().draw(new Line2D.Double(x0, y0, x1, y1));
    }

    private void stroke(double factor) {
        canvas.graphics().setStroke(new BasicStroke((float) (factor * theme.size() / 20)));
    }
}
