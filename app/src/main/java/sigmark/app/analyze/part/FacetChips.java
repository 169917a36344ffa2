package sigmark.app.analyze.part;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.FacetWords;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Chip;

/** The conditions in force, each with a cross that takes it away. */
public final class FacetChips extends HBox {
    private final Desk desk;
    private final AnalyzeViewModel view;

    public FacetChips(Desk desk, AnalyzeViewModel view) {
        super(6);
        this.desk = desk;
        this.view = view;
        setAlignment(Pos.CENTER_LEFT);
        view.facets().addListener((ListChangeListener<SampleFacet>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren()
                .setAll(view.facets().stream()
                        .map(facet -> (Node) Chip.filter(
                                Bindings.createStringBinding(
                                        () -> FacetWords.word(desk.texts().words(), facet),
                                        desk.texts().wordsProperty()),
                                () -> view.widen(facet)))
                        .toList());
    }
}
