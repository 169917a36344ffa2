package sigmark.app.analyze.part;

import java.util.function.Predicate;
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
    private final Predicate<SampleFacet> which;

    /** All conditions. */
    public FacetChips(Desk desk, AnalyzeViewModel view) {
        this(desk, view, facet -> true);
    }

    /** @param which only these are shown, where others have no effect */
    public FacetChips(Desk desk, AnalyzeViewModel view, Predicate<SampleFacet> which) {
        super(6);
        this.which = which;
        this.desk = desk;
        this.view = view;
        setAlignment(Pos.CENTER_LEFT);
        view.facets().addListener((ListChangeListener<SampleFacet>) change -> fill());
        fill();
    }

    private void fill() {
        getChildren()
                .setAll(view.facets().stream()
                        .filter(which)
                        .map(facet -> (Node) Chip.filter(
                                Bindings.createStringBinding(
                                        () -> FacetWords.word(desk.texts().words(), facet),
                                        desk.texts().wordsProperty()),
                                () -> view.widen(facet)))
                        .toList());
    }
}
