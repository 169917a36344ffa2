package sigmark.app.service.agree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import sigmark.analysis.foresight.Drift;
import sigmark.analysis.foresight.ForesightReport;
import sigmark.analysis.foresight.LiveSample;
import sigmark.analysis.foresight.Proposal;
import sigmark.analysis.foresight.Sides;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.Segments;
import sigmark.app.service.Columns;
import sigmark.app.service.ServiceDesk;

/** What lies behind the answers, as tables: both sides, samples against, the mix, live pages for the test set. */
final class Details extends BorderPane {
    private final ServiceDesk service;
    private final Desk desk;
    private final Map<Kind, TableView<?>> tables = new LinkedHashMap<>();
    private final TableView<Sides> sides = new TableView<>();
    private final TableView<LiveSample> against = new TableView<>();
    private final TableView<MixRow> mix = new TableView<>();
    private final TableView<Proposal> proposals = new TableView<>();
    private final Segments<Kind> kinds;

    /** Which table. */
    enum Kind {
        SIDES,
        AGAINST,
        MIX,
        PROPOSALS
    }

    private record MixRow(Drift drift, Drift.Part part) {}

    Details(ServiceDesk service) {
        this.service = service;
        desk = service.desk();
        kinds = new Segments<>(List.of(Kind.values()), Kind.SIDES, kind -> desk.texts()
                .live("agreement.details." + kind.name().toLowerCase(Locale.ROOT)));
        kinds.setId("agreement-details");
        sides();
        against();
        mix();
        proposals();
        tables.put(Kind.SIDES, sides);
        tables.put(Kind.AGAINST, against);
        tables.put(Kind.MIX, mix);
        tables.put(Kind.PROPOSALS, proposals);
        tables.forEach((kind, table) -> table.setPlaceholder(
                desk.texts().on(new Label(), "agreement.none." + kind.name().toLowerCase(Locale.ROOT))));
        HBox head = new HBox(kinds);
        head.getStyleClass().add("online-table-head");
        setTop(head);
        kinds.valueProperty().subscribe(kind -> setCenter(tables.get(kind)));
        setMinHeight(120);
    }

    private void sides() {
        sides.setId("agreement-sides");
        new Columns<>(desk, sides)
                .text(
                        "agree-slice",
                        180,
                        one -> one.slice().isEmpty() ? desk.texts().text("service.all") : one.slice())
                .text("agree-version", 120, Sides::version)
                .number("agree-offline", 220, one -> rate(one.offline()))
                .number("agree-online", 220, one -> rate(one.online()));
    }

    private void against() {
        against.setId("agreement-against");
        new Columns<>(desk, against)
                .text("agree-request", 150, LiveSample::requestId)
                .text("agree-version", 110, LiveSample::version)
                .text("agree-shown", 260, LiveSample::shown)
                .number("agree-error", 110, one -> desk.texts().numbers().decimals(one.error(), 2))
                .text("agree-outcome", 130, one -> desk.texts()
                        .text(one.edited() ? "agreement.edited" : "agreement.confirmed"));
    }

    private void mix() {
        mix.setId("agreement-mix");
        new Columns<>(desk, mix)
                .text(
                        "agree-slice",
                        200,
                        row -> row.drift().tag() + "=" + row.part().value())
                .number(
                        "agree-test-share",
                        120,
                        row -> share(row.part().test(), row.drift().test()))
                .number(
                        "agree-live-share",
                        120,
                        row -> share(row.part().live(), row.drift().live()))
                .number(
                        "agree-index",
                        120,
                        row -> row.drift().index().isPresent()
                                ? desk.texts()
                                        .numbers()
                                        .decimals(row.drift().index().getAsDouble(), 3)
                                : "–")
                .number("agree-lacks", 130, row -> desk.texts()
                        .numbers()
                        .count(row.drift().lacking(row.part())));
    }

    private void proposals() {
        proposals.setId("agreement-proposals");
        new Columns<>(desk, proposals)
                .text("agree-request", 220, Proposal::requestId)
                .text("agree-version", 140, Proposal::version)
                .text("agree-slice", 200, Proposal::slice)
                .text("agree-touched", 160, one -> one.touched() ? desk.texts().text("agreement.touched") : "–");
    }

    private String rate(Proportion rate) {
        return rate.wilson()
                .map(range -> desk.texts()
                        .numbers()
                        .percentWithInterval(rate.estimate().orElse(0), range.low(), range.high(), rate.n()))
                .orElse("–");
    }

    private String share(long part, long all) {
        return all == 0 ? "–" : desk.texts().numbers().percent((double) part / all);
    }

    void show(ForesightReport report) {
        List<Sides> both = new ArrayList<>(report.versions());
        both.addAll(report.slices());
        sides.getItems().setAll(both);
        against.getItems().setAll(report.samples().against());
        mix.getItems()
                .setAll(report.drifts().stream()
                        .flatMap(drift -> drift.parts().stream().map(part -> new MixRow(drift, part)))
                        .toList());
        proposals.getItems().setAll(report.proposals());
    }

    /** Opens what stands behind the chosen row: the sample's labeled page, else the online report. */
    void open() {
        Optional<LiveSample> sample = kinds.value() == Kind.AGAINST
                ? Optional.ofNullable(against.getSelectionModel().getSelectedItem())
                : Optional.empty();
        sample.ifPresentOrElse(
                one -> service.workspace().go(Destination.of("label").page(one.pageId())),
                () -> service.turnTo("online"));
    }

    void focusTable() {
        Optional.ofNullable(tables.get(kinds.value())).ifPresent(TableView::requestFocus);
    }
}
