package sigmark.app.service.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.analysis.online.VersionFigures;
import sigmark.app.base.Desk;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.TimeHistogram;

/** Where the time from capture to display goes: medians of the parts one behind the other, percentiles of the whole. */
final class Waterfall extends VBox {
    private static final int MEDIAN = 500;
    private static final int[] PERCENTILES = {500, 900, 950, 990};

    private final Desk desk;
    private final OnlineModel model;
    private final OnlineText text;

    Waterfall(Desk desk, OnlineModel model) {
        super(2);
        this.desk = desk;
        this.model = model;
        text = new OnlineText(desk);
        getStyleClass().add("waterfall");
        setMinWidth(0);
    }

    private record Part(String name, double start, double millis) {}

    void show(VersionFigures figures) {
        getChildren().setAll(percentiles(figures, VersionFigures.TOTAL, "percentiles"));
        if (figures.times(VersionFigures.TOTAL_FROM_FILE).count() > 0) {
            getChildren().add(percentiles(figures, VersionFigures.TOTAL_FROM_FILE, "percentiles-file"));
        }
        List<Part> parts = new ArrayList<>();
        double at = 0;
        for (String name : EventTimes.ORDER) {
            OptionalDouble median = figures.times(name).percentile(MEDIAN);
            if (!name.equals(EventTimes.SERVER) && median.isPresent()) {
                parts.add(new Part(name, at, median.getAsDouble()));
                at += median.getAsDouble();
            }
        }
        for (Part part : parts) {
            getChildren().add(row(figures, part, Math.max(1, at)));
        }
        Label remark = new Label(
                parts.isEmpty() ? text.text("not-measured") : text.text("waterfall.remark", "part", largest(parts)));
        remark.getStyleClass().add("text-muted");
        remark.setWrapText(true);
        remark.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(remark);
    }

    private String largest(List<Part> parts) {
        Part most = parts.get(0);
        for (Part part : parts) {
            most = part.millis() > most.millis() ? part : most;
        }
        return text.text("part." + most.name());
    }

    private HBox percentiles(VersionFigures figures, String of, String key) {
        TimeHistogram times = figures.times(of);
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(text.text(key, "n", desk.texts().numbers().count(times.count())));
        name.getStyleClass().add("text-muted");
        name.setMinWidth(0);
        row.getChildren().add(name);
        if (times.count() > 0) {
            for (int perMille : PERCENTILES) {
                OptionalDouble value = times.percentile(perMille);
                String words = "p" + perMille / 10 + " " + text.millis(value);
                row.getChildren()
                        .add(Link.of(
                                words,
                                "text-link",
                                text.text("slower", "time", text.millis(value)),
                                () -> model.open(RequestFilter.ALL
                                        .version(figures.version())
                                        .slowerThan(value.orElse(0) * 0.999))));
            }
        }
        return row;
    }

    private Link row(VersionFigures figures, Part part, double all) {
        Label name = new Label(text.text("part." + part.name()));
        name.setMinWidth(76);
        name.setPrefWidth(76);
        name.setAlignment(Pos.CENTER_RIGHT);
        Bar bar = new Bar(part.start() / all, part.millis() / all, part.name());
        HBox.setHgrow(bar, Priority.ALWAYS);
        OptionalDouble p95 = figures.times(part.name()).percentile(950);
        Label number = new Label(text.millis(OptionalDouble.of(part.millis())));
        number.setMinWidth(64);
        number.setPrefWidth(64);
        number.setAlignment(Pos.CENTER_RIGHT);
        Label slow = new Label(text.text("p95", "time", text.millis(p95)));
        slow.getStyleClass().add("text-muted");
        slow.setMinWidth(84);
        slow.setPrefWidth(84);
        slow.setAlignment(Pos.CENTER_RIGHT);
        HBox row = new HBox(8, name, bar, number, slow);
        row.setAlignment(Pos.CENTER_LEFT);
        Map<String, TimeHistogram> times = figures.times();
        String total = times.containsKey(VersionFigures.TOTAL) ? VersionFigures.TOTAL : VersionFigures.TOTAL_FROM_FILE;
        Link link = Link.of(
                row,
                text.text("part-of", "part", name.getText(), "median", number.getText(), "slow", text.millis(p95)),
                () -> model.openNear(
                        figures, figures.times(total).percentile(MEDIAN).orElse(0)));
        row.prefWidthProperty().bind(link.widthProperty());
        link.setMaxWidth(Double.MAX_VALUE);
        return link;
    }

    /** One part on the way, at its place. */
    private static final class Bar extends Region {
        private final double from;
        private final double share;
        private final Region drawn = new Region();

        Bar(double from, double share, String part) {
            this.from = from;
            this.share = share;
            drawn.getStyleClass().addAll("waterfall-bar", "waterfall-" + part);
            getChildren().add(drawn);
            setMinWidth(40);
            setPrefHeight(12);
        }

        @Override
        protected void layoutChildren() {
            drawn.resizeRelocate(
                    Math.round(from * getWidth()),
                    (getHeight() - 10) / 2,
                    Math.max(2, Math.round(share * getWidth())),
                    10);
        }
    }
}
