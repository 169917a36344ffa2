package sigmark.app.service.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.analysis.online.SequentialComparison;
import sigmark.analysis.online.VersionFigures;
import sigmark.analysis.statistics.Interval;
import sigmark.analysis.statistics.Proportion;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.TimeHistogram;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.Requirement;

/** Four numbers at the top: edit probability, its difference between versions, time to display, complaints. */
final class Summary extends HBox {
    private static final int P95 = 950;

    private final Desk desk;
    private final OnlineModel model;
    private final OnlineText text;

    Summary(Desk desk, OnlineModel model) {
        this.desk = desk;
        this.model = model;
        text = new OnlineText(desk);
        getStyleClass().add("online-summary");
    }

    /** @param lines of the sheet, for the bounds */
    void show(List<Requirement> lines) {
        Optional<VersionFigures> version = model.versionProperty().get();
        getChildren().clear();
        version.ifPresent(figures -> {
            getChildren()
                    .addAll(
                            edits(figures, bound(lines, Measure.EDIT_RATE_JUDGED)),
                            difference(),
                            time(figures, bound(lines, Measure.CAPTURE_TO_DISPLAY)),
                            complaints(figures));
        });
    }

    private static OptionalDouble bound(List<Requirement> lines, Measure measure) {
        return lines.stream()
                .filter(line -> line.measure().filter(measure::equals).isPresent()
                        && line.slice().isBlank())
                .map(Requirement::bound)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private VBox card(String key, Node... content) {
        Label title = new Label(text.text(key));
        title.getStyleClass().add("row-title");
        VBox card = new VBox(4, title);
        card.getChildren().addAll(content);
        card.getStyleClass().add("online-card");
        card.setMinWidth(0);
        card.setPrefWidth(100);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private VBox edits(VersionFigures figures, OptionalDouble bound) {
        List<Node> content = new ArrayList<>();
        HBox heads = new HBox(16);
        content.add(heads);
        List<VersionFigures> shown = new ArrayList<>(List.of(figures));
        model.againstProperty().get().filter(other -> !other.equals(figures)).ifPresent(shown::add);
        for (VersionFigures each : shown) {
            Proportion rate = each.outcomes().ofJudged();
            heads.getChildren()
                    .add(Link.of(
                            text.rate(rate),
                            each.equals(figures) ? "headline" : "headline-other",
                            text.text("edits-of", "version", each.version(), "rate", text.whole(rate)),
                            () -> model.open(
                                    RequestFilter.ALL.version(each.version()).having(RequestFilter.With.EDITED))));
            content.add(small(each.version() + ": " + text.sure(rate)));
        }
        VBox card = card("edit-probability", content.toArray(Node[]::new));
        if (bound.isPresent()) {
            card.getChildren()
                    .add(new FlowPane(verdict(figures.outcomes().ofJudged().wilson(), bound.getAsDouble())));
        }
        return card;
    }

    private Node verdict(Optional<Interval> interval, double bound) {
        if (interval.isEmpty() || interval.get().contains(bound)) {
            return new Chip(Chip.Tint.WARNING, "fth-help-circle", desk.texts().live("service.verdict.undecided"));
        }
        return interval.get().high() <= bound
                ? new Chip(Chip.Tint.GOOD, "fth-check", desk.texts().live("service.verdict.met"))
                : new Chip(Chip.Tint.BAD, "fth-x", desk.texts().live("service.verdict.missed"));
    }

    private VBox difference() {
        Optional<SequentialComparison> comparison = model.comparison();
        Optional<SequentialComparison.Look> last = comparison.flatMap(SequentialComparison::last);
        if (last.isEmpty()) {
            return card("difference", small(text.text("difference.none")));
        }
        SequentialComparison of = comparison.get();
        SequentialComparison.Look look = last.get();
        Label head = new Label(text.text("points", "points", text.points(look.difference())));
        head.getStyleClass().add("headline");
        String range = look.interval()
                .map(interval ->
                        text.text("always", "low", text.points(interval.low()), "high", text.points(interval.high())))
                .orElse(text.text("nothing"));
        String decided = of.decidedOn()
                .map(day -> text.text("decided", "day", desk.texts().numbers().date(day, look.day())))
                .orElse(text.text("undecided", "p", desk.texts().numbers().score(look.p())));
        VBox card = card("difference", head, small(of.second() + " − " + of.first()), small(range), small(decided));
        if (of.assignmentP().orElse(1) < 0.001) {
            card.getChildren()
                    .add(new FlowPane(new Chip(
                            Chip.Tint.BAD, "fth-alert-triangle", desk.texts().live("online.split-broken"))));
        }
        return card;
    }

    private VBox time(VersionFigures figures, OptionalDouble bound) {
        String part =
                figures.times(VersionFigures.TOTAL).count() > 0 ? VersionFigures.TOTAL : VersionFigures.TOTAL_FROM_FILE;
        TimeHistogram times = figures.times(part);
        OptionalDouble p95 = times.percentile(P95);
        OptionalDouble upper = figures.upperBound(part, P95);
        Node head = p95.isPresent()
                ? Link.of(
                        text.millis(p95),
                        "headline",
                        text.text("p95-of", "time", text.millis(p95)),
                        () -> model.open(RequestFilter.ALL
                                .version(figures.version())
                                .slowerThan(Math.max(0, p95.getAsDouble() * 0.999))))
                : small(text.text("not-measured"));
        VBox card = card(
                part.equals(VersionFigures.TOTAL) ? "capture-p95" : "file-p95",
                head,
                small(
                        upper.isPresent()
                                ? text.text("p95-bound", "time", text.millis(upper), "n", times.count())
                                : text.text("p95-few", "n", times.count())));
        if (bound.isPresent() && p95.isPresent()) {
            boolean met = upper.isPresent() && upper.getAsDouble() <= bound.getAsDouble();
            boolean missed = p95.getAsDouble() > bound.getAsDouble();
            card.getChildren()
                    .add(new FlowPane(
                            met
                                    ? new Chip(
                                            Chip.Tint.GOOD,
                                            "fth-check",
                                            desk.texts().live("service.verdict.met"))
                                    : new Chip(
                                            missed ? Chip.Tint.BAD : Chip.Tint.WARNING,
                                            missed ? "fth-x" : "fth-help-circle",
                                            desk.texts()
                                                    .live(
                                                            missed
                                                                    ? "service.verdict.missed"
                                                                    : "service.verdict.undecided"))));
        }
        return card;
    }

    private VBox complaints(VersionFigures figures) {
        Proportion rate = figures.outcomes().complaints();
        String head = rate.estimate().isPresent()
                ? desk.texts().numbers().decimals(1000 * rate.estimate().getAsDouble(), 1)
                : "–";
        return card(
                "complaints",
                Link.of(
                        head,
                        "headline",
                        text.text("complaints-of", "count", rate.k()),
                        () -> model.open(
                                RequestFilter.ALL.version(figures.version()).having(RequestFilter.With.COMPLAINT))),
                small(text.text("complaints-of-requests", "count", rate.k(), "n", rate.n())),
                Link.of(
                        text.text(
                                "added", "rate", text.decimal(figures.outcomes().addedPerThousand(), 1)),
                        "text-link",
                        text.text("added-of", "count", figures.counts().added()),
                        () -> model.open(
                                RequestFilter.ALL.version(figures.version()).having(RequestFilter.With.ADDED))));
    }
}
