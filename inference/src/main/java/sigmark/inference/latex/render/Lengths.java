package sigmark.inference.latex.render;

import java.util.List;
import java.util.Map;

/** Lengths as TeX writes them: a number and a unit. */
final class Lengths {
    /** Points of each unit at ten points an em. */
    private static final Map<String, Double> UNITS = Map.ofEntries(
            Map.entry("em", 10.0),
            Map.entry("ex", 4.3),
            Map.entry("mu", 0.56),
            Map.entry("pt", 1.0),
            Map.entry("pc", 12.0),
            Map.entry("bp", 1.0),
            Map.entry("mm", 2.85),
            Map.entry("cm", 28.5),
            Map.entry("in", 72.3),
            Map.entry("sp", 0.0),
            Map.entry("dd", 1.07),
            Map.entry("cc", 12.8));

    private static final double MOST_POINTS = 500;

    private Lengths() {}

    /**
     * A length in a token list.
     *
     * @param end index after it; where it was looked for when there is none
     */
    record Length(String text, double points, int end) {
        boolean bounded() {
            return Math.abs(points) <= MOST_POINTS;
        }
    }

    static Length at(List<String> tokens, int from) {
        StringBuilder number = new StringBuilder();
        int i = from;
        while (i < tokens.size() && (tokens.get(i).equals("-") || tokens.get(i).equals("+"))) {
            number.append(tokens.get(i).equals("-") ? "-" : "");
            i++;
        }
        int digits = number.length();
        while (i < tokens.size() && isNumeral(tokens.get(i)) && number.length() < 12) {
            number.append(tokens.get(i++));
        }
        boolean unit = i + 1 < tokens.size() && UNITS.containsKey(tokens.get(i) + tokens.get(i + 1));
        if (number.length() == digits
                || !unit
                || number.indexOf(".") != number.lastIndexOf(".")
                || number.toString().endsWith("-")
                || number.toString().replaceAll("[-.]", "").isEmpty()) {
            return new Length("0pt", 0, from);
        }
        String name = tokens.get(i) + tokens.get(i + 1);
        String sign = number.lastIndexOf("-") % 2 == 0 ? "-" : "";
        String plain = sign + number.toString().replace("-", "");
        return new Length(plain + name, Double.parseDouble(plain) * UNITS.getOrDefault(name, 1.0), i + 2);
    }

    private static boolean isNumeral(String token) {
        return token.equals(".") || token.length() == 1 && token.charAt(0) >= '0' && token.charAt(0) <= '9';
    }
}
