package sigmark.app.analyze.chart;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A row of a small chart as one button: a name, a bar or interval, a number and what stands beside it. Style class
 * {@code picture-link}.
 */
public final class ChartRow extends Button {
    private static final double TRACK = 84;

    /** @param spoken the row for screen readers and as a tooltip */
    private ChartRow(Region content, String spoken, Runnable open) {
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().setAll("picture-link");
        setAccessibleText(spoken);
        setTooltip(new Tooltip(spoken));
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setOnAction(event -> open.run());
        content.prefWidthProperty().bind(widthProperty());
    }

    /** Anything as a link. */
    public static ChartRow of(Region content, String spoken, Runnable open) {
        return new ChartRow(content, spoken, open);
    }

    /**
     * A bar that is as long as its share of the longest.
     *
     * @param share 0 to 1
     * @param barStyle style class of the bar
     */
    public static ChartRow bar(
            String name, double share, String barStyle, String number, String beside, Runnable open) {
        Region bar = new Region();
        bar.getStyleClass().addAll("row-bar", barStyle);
        HBox track = new HBox(bar);
        bar.minWidthProperty().bind(track.widthProperty().multiply(Math.max(0, Math.min(1, share))));
        bar.maxWidthProperty().bind(bar.minWidthProperty());
        track.setAlignment(Pos.CENTER_LEFT);
        String spoken = name + ", " + number + (beside.isBlank() ? "" : ", " + beside);
        return new ChartRow(line(name, track, number, beside), spoken, open);
    }

    /** Any drawing between name and number. */
    public static ChartRow drawn(String name, Region drawing, String number, String beside, Runnable open) {
        return new ChartRow(line(name, drawing, number, beside), name + ", " + number + ", " + beside, open);
    }

    private static HBox line(String word, Region track, String number, String more) {
        Label name = new Label(word);
        name.getStyleClass().add("picture-name");
        track.setMinWidth(40);
        track.setPrefWidth(TRACK);
        track.setMaxHeight(14);
        HBox.setHgrow(track, Priority.ALWAYS);
        Label value = new Label(number);
        value.getStyleClass().add("picture-number");
        Label beside = new Label(more);
        beside.getStyleClass().addAll("text-caption", "picture-beside");
        HBox line = new HBox(8, name, track, value, beside);
        line.getStyleClass().add("picture-row");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
