package sigmark.labeling.guide.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Markdown that guides use: headings, paragraphs, lists, tables, code, strong and slanted words, links,
 * pictures, and formulas between dollar signs. Any text is read; what is not known stands as it is. No HTML comes through.
 */
public final class Markdown {
    private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*+]\\s+(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\s{0,3}\\d{1,4}[.)]\\s+(.*)");
    private static final Pattern RULER = Pattern.compile("\\s*\\|?[\\s:|-]+\\|?\\s*");

    private final List<String> lines;
    private final List<Block> blocks = new ArrayList<>();
    private int at;

    private Markdown(String text) {
        lines = text.lines().toList();
    }

    public static List<Block> blocks(String text) {
        Markdown markdown = new Markdown(text);
        while (markdown.at < markdown.lines.size()) {
            markdown.block();
        }
        return markdown.blocks;
    }

    private void block() {
        String line = lines.get(at);
        Matcher heading = HEADING.matcher(line);
        if (line.isBlank()) {
            at++;
        } else if (heading.matches()) {
            blocks.add(new Block.Heading(heading.group(1).length(), Spans.of(heading.group(2))));
            at++;
        } else if (line.startsWith("```")) {
            code();
        } else if (line.stripLeading().startsWith("|")) {
            table();
        } else if (BULLET.matcher(line).matches()) {
            items(BULLET, false);
        } else if (NUMBER.matcher(line).matches()) {
            items(NUMBER, true);
        } else {
            paragraph();
        }
    }

    private void code() {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < lines.size() && !lines.get(at).startsWith("```")) {
            text.append(lines.get(at++)).append('\n');
        }
        at++;
        blocks.add(new Block.Code(text.toString().stripTrailing()));
    }

    private void table() {
        List<List<List<Span>>> rows = new ArrayList<>();
        while (at < lines.size() && lines.get(at).stripLeading().startsWith("|")) {
            String line = lines.get(at++);
            if (!RULER.matcher(line).matches()) {
                rows.add(cells(line.strip()));
            }
        }
        blocks.add(new Block.Table(rows));
    }

    /** Bars within code do not part cells. */
    private static List<List<Span>> cells(String line) {
        List<List<Span>> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean code = false;
        for (int i = 1; i < line.length(); i++) {
            char c = line.charAt(i);
            code ^= c == '`';
            if (c == '|' && !code) {
                cells.add(Spans.of(cell.toString().strip()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank()) {
            cells.add(Spans.of(cell.toString().strip()));
        }
        return cells;
    }

    private void items(Pattern mark, boolean numbered) {
        List<List<Span>> items = new ArrayList<>();
        while (at < lines.size()) {
            Matcher item = mark.matcher(lines.get(at));
            if (!item.matches()) {
                break;
            }
            StringBuilder text = new StringBuilder(item.group(1));
            at++;
            while (at < lines.size()
                    && lines.get(at).startsWith("  ")
                    && !mark.matcher(lines.get(at)).matches()) {
                text.append(' ').append(lines.get(at++).strip());
            }
            items.add(Spans.of(text.toString()));
        }
        blocks.add(new Block.Items(numbered, items));
    }

    private void paragraph() {
        StringBuilder text = new StringBuilder();
        while (at < lines.size() && !lines.get(at).isBlank() && !beginsOther(lines.get(at))) {
            text.append(text.length() == 0 ? "" : " ").append(lines.get(at++).strip());
        }
        blocks.add(new Block.Paragraph(Spans.of(text.toString())));
    }

    private boolean beginsOther(String line) {
        return HEADING.matcher(line).matches()
                || line.startsWith("```")
                || line.stripLeading().startsWith("|")
                || BULLET.matcher(line).matches()
                || NUMBER.matcher(line).matches();
    }
}
