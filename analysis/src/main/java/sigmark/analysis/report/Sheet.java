package sigmark.analysis.report;

import java.util.List;

/** What a report is written on: a page for the screen, or paper. Called from top to bottom. */
interface Sheet {
    void title(String title, String about);

    void heading(String text);

    void note(String text);

    void table(List<String> columns, List<Row> rows);

    /** Names and values. */
    void facts(List<Fact> facts);

    void list(List<String> items);

    void bars(Bars bars);

    /** Parts of a whole side by side. */
    void parts(Bars parts);

    /** Around cards that belong together. */
    void beginCards();

    void card(Card card);

    void endCards();

    /** A line of a table. */
    record Row(List<String> cells, boolean few) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** A name and what it is. */
    record Fact(String name, String value) {}

    /** Labels and their values, equally many. */
    record Bars(String title, List<String> labels, List<Double> values) {
        public Bars {
            labels = List.copyOf(labels);
            values = List.copyOf(values);
            if (labels.size() != values.size()) {
                throw new IllegalArgumentException(labels.size() + " labels of " + values.size() + " values");
            }
        }
    }
}
