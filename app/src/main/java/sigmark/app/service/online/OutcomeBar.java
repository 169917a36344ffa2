package sigmark.app.service.online;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import sigmark.analysis.online.VersionFigures;
import sigmark.app.base.Desk;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestFilter.With;

/** What became of a version's results, as parts of one bar; each part leads to its requests. */
final class OutcomeBar extends Pane {
    private static final double HEIGHT = 24;
    private static final double WORDS = 44;
    private static final double WORDS_AND_NAME = 124;

    private final long[] counts;
    private final long all;

    OutcomeBar(Desk desk, OnlineModel model, VersionFigures figures) {
        OnlineText text = new OnlineText(desk);
        var of = figures.counts();
        counts = new long[] {of.edited(), of.confirmed(), of.silent(), of.notSeen()};
        all = Math.max(1, of.shown());
        With[] kinds = {With.EDITED, With.CONFIRMED, With.SILENT, With.NOT_SEEN};
        for (int i = 0; i < kinds.length; i++) {
            With kind = kinds[i];
            double share = (double) counts[i] / all;
            String percent = desk.texts().numbers().percent(share);
            Label words = new Label();
            words.setUserData(List.of(i == 0 ? percent : text.outcome(kind) + " " + percent, percent));
            words.setMinWidth(0);
            StackPane ground = new StackPane(words);
            ground.getStyleClass().addAll("outcome-part", "outcome-" + i);
            Link part = Link.of(
                    ground,
                    text.text(
                            "outcome-of",
                            "outcome",
                            text.outcome(kind),
                            "share",
                            percent,
                            "count",
                            desk.texts().numbers().count(counts[i])),
                    () -> model.open(
                            RequestFilter.ALL.version(figures.version()).having(kind)));
            part.setVisible(counts[i] > 0);
            getChildren().add(part);
        }
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        HBox.setHgrow(this, javafx.scene.layout.Priority.ALWAYS);
    }

    /** The outcome's name goes first when there is little room, then its share. */
    private static void say(Label words, double width) {
        List<?> forms = (List<?>) words.getUserData();
        words.setText(String.valueOf(width > WORDS_AND_NAME ? forms.get(0) : forms.get(1)));
        words.setVisible(width > WORDS);
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < counts.length; i++) {
            double width = getWidth() * counts[i] / all;
            Link part = (Link) getChildren().get(i);
            StackPane ground = (StackPane) part.getGraphic();
            ground.setPrefSize(Math.max(0, width - 2), HEIGHT);
            ground.setMinSize(Math.max(0, width - 2), HEIGHT);
            ground.setMaxSize(Math.max(0, width - 2), HEIGHT);
            say((Label) ground.getChildren().get(0), width);
            part.resizeRelocate(x, 0, Math.max(0, width), HEIGHT);
            x += width;
        }
    }
}
