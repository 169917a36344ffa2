package sigmark.analysis.report;

import java.util.List;
import java.util.Locale;

/** Plots as inline SVG. */
final class Chart {
    private static final int WIDTH = 520;
    private static final int HEIGHT = 150;
    private static final int FOOT = 22;

    private Chart() {}

    /** Bars of counts, each with its label below and its count above. */
    static String bars(List<String> labels, List<Long> counts, String title) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = (double) WIDTH / Math.max(1, counts.size());
        StringBuilder svg = begin(title);
        for (int i = 0; i < counts.size(); i++) {
            double height = (HEIGHT - 2.0 * FOOT) * counts.get(i) / most;
            double x = i * step + step * 0.1;
            svg.append(format(
                    "<rect class=\"bar\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
                    x, HEIGHT - FOOT - height, step * 0.8, height));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" class=\"v\">%,d</text>",
                    x + step * 0.4, HEIGHT - FOOT - height - 4, counts.get(i)));
            svg.append(format("<text x=\"%.1f\" y=\"%d\" class=\"l\">", x + step * 0.4, HEIGHT - 6))
                    .append(Html.escaped(labels.get(i)))
                    .append("</text>");
        }
        return svg.append("</svg>\n").toString();
    }

    /** Parts of a whole side by side, such as the steps of a page. */
    static String parts(List<String> labels, List<Double> values, String title) {
        double all = values.stream().mapToDouble(Double::doubleValue).sum();
        StringBuilder svg = begin(title);
        double x = 0;
        for (int i = 0; i < values.size() && all > 0; i++) {
            double width = WIDTH * values.get(i) / all;
            svg.append(
                    format("<rect class=\"p%d\" x=\"%.1f\" y=\"20\" width=\"%.1f\" height=\"40\"/>", i % 4, x, width));
            int y = 84 + i * 16;
            svg.append(format("<rect class=\"p%d\" x=\"0\" y=\"%d\" width=\"10\" height=\"10\"/>", i % 4, y - 9));
            svg.append(format("<text x=\"16\" y=\"%d\" class=\"k\">", y))
                    .append(Html.escaped(labels.get(i)))
                    .append("</text>");
            x += width;
        }
        return svg.append("</svg>\n").toString();
    }

    private static StringBuilder begin(String title) {
        return new StringBuilder(format("<svg viewBox=\"0 0 %d %d\" role=\"img\">", WIDTH, HEIGHT))
                .append("<title>")
                .append(Html.escaped(title))
                .append("</title>");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
