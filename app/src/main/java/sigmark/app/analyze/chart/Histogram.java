package sigmark.app.analyze.chart;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Counts as bars, each a button; dragging over several chooses them together. A bar higher than the chart is cut off and
 * says so by its number. Style class {@code histogram}.
 */
public final class Histogram extends HBox {
    private static final double HEIGHT = 92;

    /**
     * One bar.
     *
     * @param label below it; may be empty
     * @param quiet drawn grey and left out of the scale
     * @param spoken for screen readers and as a tooltip
     */
    public record Bar(int count, String label, boolean quiet, String spoken) {}

    private final BiConsumer<Integer, Integer> choose;
    private int pressed = -1;

    /** @param choose hears the first and the last bar chosen, the same one after a click */
    public Histogram(
            List<Bar> bars, java.util.function.IntFunction<String> count, BiConsumer<Integer, Integer> choose) {
        super(2);
        this.choose = choose;
        getStyleClass().add("histogram");
        setAlignment(Pos.BOTTOM_LEFT);
        int most = Math.max(
                1,
                bars.stream()
                        .filter(bar -> !bar.quiet())
                        .mapToInt(Bar::count)
                        .max()
                        .orElse(1));
        for (int i = 0; i < bars.size(); i++) {
            Button button = button(bars.get(i), most, count);
            int at = i;
            button.setOnAction(event -> choose.accept(at, at));
            HBox.setHgrow(button, Priority.ALWAYS);
            getChildren().add(button);
        }
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> pressed = barAt(event.getX()));
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> light(pressed, barAt(event.getX())));
        addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
    }

    private void released(MouseEvent event) {
        int end = barAt(event.getX());
        light(-1, -1);
        if (pressed >= 0 && end >= 0 && end != pressed) {
            choose.accept(Math.min(pressed, end), Math.max(pressed, end));
        }
        pressed = -1;
    }

    private void light(int from, int to) {
        for (int i = 0; i < getChildren().size(); i++) {
            boolean lit = from >= 0 && to >= 0 && i >= Math.min(from, to) && i <= Math.max(from, to);
            getChildren().get(i).setOpacity(from < 0 || lit ? 1 : 0.45);
        }
    }

    private int barAt(double x) {
        int n = getChildren().size();
        return n == 0 ? -1 : (int) Math.max(0, Math.min(n - 1.0, Math.floor(x / getWidth() * n)));
    }

    private static Button button(Bar bar, int most, java.util.function.IntFunction<String> count) {
        Region fill = new Region();
        boolean cut = bar.count() > most;
        double height = bar.count() == 0 ? 1 : Math.max(3, HEIGHT * Math.min(bar.count(), most) / most);
        fill.getStyleClass().add(bar.quiet() ? "bar-exact" : "bar");
        fill.setMinHeight(height);
        fill.setMaxHeight(height);
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        Label top = new Label(cut ? count.apply(bar.count()) + " ↑" : "");
        top.getStyleClass().add("text-caption");
        top.setMinWidth(0);
        Label below = new Label(bar.label());
        below.getStyleClass().add("text-caption");
        below.setMinWidth(0);
        VBox column = new VBox(2, top, space, fill, below);
        column.setAlignment(Pos.BOTTOM_CENTER);
        column.setMinWidth(0);
        column.setPrefHeight(HEIGHT + 36);
        Button button = new Button();
        button.setGraphic(column);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("picture-link");
        button.setAccessibleText(bar.spoken());
        button.setTooltip(new Tooltip(bar.spoken()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setPrefWidth(20);
        column.prefWidthProperty().bind(button.widthProperty());
        return button;
    }
}
