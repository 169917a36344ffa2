package sigmark.app.analyze.overview;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.part.AnalyzeActions;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.base.Desk;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.Segments;
import sigmark.app.latex.FormulaPictures;

/** Three pictures at a time of the slice that is chosen, each a way to its samples. Style class {@code pictures}. */
final class PictureStrip extends VBox {
    private final Desk desk;
    private final AnalyzeViewModel view;
    private final CropStore crops;
    private final FormulaPictures formulas;
    private final HBox pictures = new HBox();
    private final ObjectProperty<PictureSet> set = new SimpleObjectProperty<>(PictureSet.READING);

    PictureStrip(Desk desk, AnalyzeViewModel view, CropStore crops, FormulaPictures formulas, AnalyzeActions actions) {
        this.desk = desk;
        this.view = view;
        this.crops = crops;
        this.formulas = formulas;
        Segments<PictureSet> choice =
                new Segments<>(List.of(PictureSet.values()), PictureSet.READING, wish -> desk.texts()
                        .live(wish.key()));
        choice.setId("picture-choice");
        choice.setAlignment(Pos.CENTER_LEFT);
        choice.valueProperty().bindBidirectional(set);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                8, choice, space, ActionButton.of(desk, actions.slices()), ActionButton.of(desk, actions.compare()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("picture-head");
        pictures.getStyleClass().add("pictures");
        getChildren().addAll(head, pictures);
        set.addListener((property, old, now) -> fill());
        view.sliceListProperty().addListener((property, old, now) -> {
            if (set.get() == PictureSet.SLICES) {
                fill();
            }
        });
        view.figuresProperty().addListener((property, old, now) -> fill());
        desk.texts().wordsProperty().addListener((property, old, now) -> fill());
    }

    Region pictures() {
        return pictures;
    }

    /** The next set of pictures, after the last the first again. */
    void turn() {
        PictureSet[] all = PictureSet.values();
        set.set(all[(set.get().ordinal() + 1) % all.length]);
    }

    private void fill() {
        pictures.getChildren().clear();
        if (view.figuresProperty().get().isEmpty()) {
            return;
        }
        pictures.getChildren()
                .setAll(
                        switch (set.get()) {
                            case READING -> new ReadingPictures(desk, view, crops, formulas).make();
                            case BOXES -> new BoxPictures(desk, view).make();
                            case TIME -> new TimePictures(desk, view).make();
                            case SLICES -> new SlicePictures(desk, view).make();
                        });
        pictures.getChildren().forEach(picture -> HBox.setHgrow(picture, Priority.ALWAYS));
    }
}
