package sigmark.inference.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pages written as plain text, one block a line:
 * <pre>
 * = title   == section   === subsection
 * 1. an item   (2) a deeper one   - a point          hanging labels
 * > what goes on under an item
 * $$ latex $$   or   $$ latex $$ (3)                 a display, with its number
 * ? one | two | three                                choices
 * ! shape caption                                    a figure
 * | a | b |                                          table rows, one below another
 * [[ title  …  ]]                                    a frame
 * ---   ~ 2   |||                                    a rule, empty lines, the next column
 * anything else                                      a paragraph
 * </pre>
 */
final class BlockMarkup {
    private static final Pattern DISPLAY = Pattern.compile("^\\$\\$ (.*) \\$\\$(?: (\\(.*\\)))?$");
    private static final Pattern HEADING = Pattern.compile("^(=+) (.*)$");
    private static final Pattern ITEM = Pattern.compile(
            "^(\\d+\\.|\\[\\d+\\]|\\([0-9a-z가-힣]+\\)|[-•ㄱㄴㄷㄹ①-⑳]\\.?|예제 \\d+|문제 \\d+|\\*\\*[^*]+\\*\\*) (.*)$");
    private static final Pattern CELL = Pattern.compile(" \\| ");

    private BlockMarkup() {}

    static List<Block> parse(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("[[")) {
                int end = i + 1;
                while (!lines.get(end).equals("]]")) {
                    end++;
                }
                blocks.add(new Block.Frame(line.substring(2).strip(), parse(lines.subList(i + 1, end))));
                i = end;
            } else if (line.startsWith("| ")) {
                int end = i;
                while (end < lines.size() && lines.get(end).startsWith("| ")) {
                    end++;
                }
                blocks.add(new Block.Table(
                        lines.subList(i, end).stream().map(BlockMarkup::cells).toList(), true));
                i = end - 1;
            } else if (!line.isBlank()) {
                blocks.add(single(line));
            }
        }
        return blocks;
    }

    private static Block single(String line) {
        if (line.equals("---")) {
            return new Block.Rule();
        }
        if (line.equals("|||")) {
            return new Block.ColumnBreak();
        }
        if (line.startsWith("~ ")) {
            return new Block.Gap(Double.parseDouble(line.substring(2)));
        }
        if (line.startsWith("> ")) {
            return new Block.Paragraph(" ", line.substring(2), 0);
        }
        if (line.startsWith("? ")) {
            return new Block.Choices(Arrays.asList(CELL.split(line.substring(2))));
        }
        if (line.startsWith("! ")) {
            String[] words = line.substring(2).split(" ", 2);
            return new Block.Figure(words[0], words.length > 1 ? words[1] : "");
        }
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            return new Block.Heading(heading.group(2), heading.group(1).length() - 1);
        }
        Matcher display = DISPLAY.matcher(line);
        if (display.matches()) {
            String number = display.group(2);
            return new Block.Display(display.group(1), number == null ? "" : number);
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return new Block.Paragraph(
                    item.group(1), item.group(2), item.group(1).startsWith("(") ? 1 : 0);
        }
        return new Block.Paragraph("", line, 0);
    }

    private static List<String> cells(String row) {
        String inner = row.substring(2, row.endsWith(" |") ? row.length() - 2 : row.length());
        return Arrays.asList(CELL.split(inner));
    }
}
