package sigmark.inference.latex;

import java.util.List;

/** The column specification of an array, such as {@code l@{}|*{2}{c}}, in plain letters. */
public final class ColumnSpec {
    private ColumnSpec() {}

    /** The columns as letters l, c, r and bars; paragraphs are l, what stands between columns is left out. */
    public static String letters(List<String> tokens) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("@") || token.equals("!") || token.equals(">") || token.equals("<")) {
                i = skipGroup(tokens, i + 1) - 1;
            } else if (token.equals("p") || token.equals("m") || token.equals("b")) {
                columns.append('l');
                i = skipGroup(tokens, i + 1) - 1;
            } else if (token.equals("*")) {
                int end = skipGroup(tokens, i + 1);
                int times = number(tokens.subList(Math.min(i + 1, end), end));
                int bodyEnd = skipGroup(tokens, end);
                String body = letters(tokens.subList(end, bodyEnd));
                columns.append(body.repeat(body.isEmpty() ? 0 : Math.min(times, 100 / body.length())));
                i = bodyEnd - 1;
            } else if (token.equals("l") || token.equals("c") || token.equals("r") || token.equals("|")) {
                columns.append(token);
            } else if (token.equals("\\|")) {
                columns.append("||");
            }
        }
        return columns.toString();
    }

    private static int skipGroup(List<String> tokens, int from) {
        if (from >= tokens.size() || !tokens.get(from).equals("{")) {
            return Math.min(tokens.size(), from + 1);
        }
        int depth = 0;
        for (int i = from; i < tokens.size(); i++) {
            depth += tokens.get(i).equals("{") ? 1 : tokens.get(i).equals("}") ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return tokens.size();
    }

    private static int number(List<String> tokens) {
        String digits = String.join("", tokens).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 3 ? 1 : Integer.parseInt(digits);
    }
}
