package sigmark.app.analyze.part;

import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.app.base.Jobs;

/** The crop of one sample after another on paper, shrunk to the room there is. Style class {@code paper}. */
public final class CropView extends StackPane {
    private static final double INSET = 6;

    private final CropStore crops;
    private final Jobs.Latest place;
    private final ImageView image = new ImageView();

    public CropView(CropStore crops) {
        this.crops = crops;
        place = crops.place();
        image.setPreserveRatio(true);
        image.setSmooth(true);
        getStyleClass().add("paper");
        setMinSize(0, 0);
        getChildren().add(image);
    }

    public void show(EvaluationSample sample) {
        crops.crop(place, sample, picture -> {
            image.setImage(picture.map(shown -> shown.image()).orElse(null));
            requestLayout();
        });
    }

    public void clear() {
        place.forget();
        image.setImage(null);
    }

    @Override
    protected void layoutChildren() {
        if (image.getImage() != null) {
            double fit = Math.min(
                    1,
                    Math.min(
                            (getWidth() - INSET) / image.getImage().getWidth(),
                            (getHeight() - INSET) / image.getImage().getHeight()));
            image.setFitWidth(Math.max(2, image.getImage().getWidth() * fit));
            image.setFitHeight(Math.max(2, image.getImage().getHeight() * fit));
        }
        super.layoutChildren();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 80;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 32;
    }
}
