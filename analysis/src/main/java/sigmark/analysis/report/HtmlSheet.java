package sigmark.analysis.report;

import java.util.ArrayList;
import java.util.List;
import sigmark.analysis.errors.AlignedToken;

/** One page of HTML that needs nothing from outside. */
final class HtmlSheet implements Sheet {
    private final Html html = new Html();
    private final ReportTexts texts;

    HtmlSheet(ReportTexts texts) {
        this.texts = texts;
    }

    /** The whole page. */
    String page() {
        return html + "</body></html>\n";
    }

    @Override
    public void title(String title, String about) {
        html.raw("<!DOCTYPE html>\n<html lang=\"" + texts.language() + "\"><head><meta charset=\"utf-8\">\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width\">\n");
        html.element("title", title).raw("<style>" + ReportStyle.CSS + "</style></head><body>\n");
        html.element("h1", title).element("p", about);
    }

    @Override
    public void heading(String text) {
        html.element("h2", text);
    }

    @Override
    public void note(String text) {
        html.element("p class=\"note\"", text);
    }

    @Override
    public void table(List<String> columns, List<Row> rows) {
        html.open("table").raw("<tr>");
        columns.forEach(column -> html.element("th", column));
        html.raw("</tr>\n");
        for (Row row : rows) {
            html.raw(row.few() ? "<tr class=\"few\">" : "<tr>");
            for (int i = 0; i < row.cells().size(); i++) {
                html.element(i == 0 ? "td" : "td class=\"n\"", row.cells().get(i));
            }
            html.raw("</tr>\n");
        }
        html.close("table");
    }

    @Override
    public void facts(List<Fact> facts) {
        html.open("table");
        for (Fact fact : facts) {
            html.raw("<tr>")
                    .element("td", fact.name())
                    .element("td", fact.value())
                    .raw("</tr>\n");
        }
        html.close("table");
    }

    @Override
    public void list(List<String> items) {
        html.open("ul");
        items.forEach(item -> html.element("li", item));
        html.close("ul");
    }

    @Override
    public void bars(Bars bars) {
        List<Long> counts = new ArrayList<>();
        bars.values().forEach(value -> counts.add(Math.round(value)));
        html.raw(Chart.bars(bars.labels(), counts, bars.title()));
    }

    @Override
    public void parts(Bars parts) {
        html.raw(Chart.parts(parts.labels(), parts.values(), parts.title()));
    }

    @Override
    public void beginCards() {
        html.open("div class=\"cards\"");
    }

    @Override
    public void endCards() {
        html.close("div");
    }

    @Override
    public void card(Card card) {
        html.open("section class=\"card\"");
        card.crop()
                .ifPresentOrElse(
                        crop -> picture("<img alt=\"\" src=\"", SamplePictures.data(crop)),
                        () -> html.element("p class=\"note\"", texts.text("noPicture")));
        html.element("p class=\"head\"", card.head());
        card.sides().forEach(this::side);
        if (!card.difference().isEmpty()) {
            difference(card.difference());
        }
        if (!card.remarks().isEmpty()) {
            html.element("p class=\"note\"", card.remarks());
        }
        card.match().ifPresent(match -> {
            html.element("p class=\"head\"", match.caption());
            picture("<img class=\"match\" alt=\"\" src=\"", SamplePictures.data(match.picture()));
        });
        html.close("section");
    }

    private void picture(String begin, String data) {
        html.raw(begin + data + "\">\n");
    }

    private void side(Card.Side side) {
        html.raw("<p><b>").text(side.name()).raw("</b> ");
        side.latex()
                .ifPresentOrElse(
                        text -> html.open("code").text(text).close("code"), () -> html.text(texts.text("card.none")));
        html.raw("</p>\n");
        side.rendering().ifPresent(drawn -> picture("<img alt=\"\" src=\"", SamplePictures.data(drawn)));
    }

    /** Canonical tokens: missing ones struck out, extra ones underlined. */
    private void difference(List<AlignedToken> tokens) {
        html.raw("<p class=\"diff\">");
        for (AlignedToken token : tokens) {
            if (token.equal()) {
                html.text(token.truth()).raw(" ");
                continue;
            }
            if (!token.extra()) {
                html.raw("<del>").text(token.truth()).raw("</del> ");
            }
            if (!token.missing()) {
                html.raw("<ins>").text(token.prediction()).raw("</ins> ");
            }
        }
        html.raw("</p>\n");
    }
}
