package sigmark.app.analyze.overview;

import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import sigmark.app.analyze.model.AnalyzeViewModel;
import sigmark.app.analyze.model.SampleFacet;
import sigmark.app.base.Desk;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.slice.SliceQuery;

/**
 * Where a condition is typed, in the language that the Label workbench filters by; Enter makes it a chip. What cannot be
 * read is said in place. Style class {@code query-field}.
 */
final class QueryField extends TextField {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Desk desk;
    private final AnalyzeViewModel view;
    private final Tooltip why = new Tooltip();

    QueryField(Desk desk, AnalyzeViewModel view, Runnable leave) {
        this.desk = desk;
        this.view = view;
        setId("sample-query");
        getStyleClass().add("query-field");
        desk.texts().prompt(this, "analyze.query");
        setPrefWidth(150);
        setMinWidth(96);
        setOnAction(event -> take());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                clear();
                leave.run();
                event.consume();
            }
        });
        textProperty().addListener((property, old, now) -> {
            pseudoClassStateChanged(WRONG, false);
            Tooltip.uninstall(this, why);
        });
    }

    private void take() {
        String typed = getText().strip();
        if (typed.isEmpty()) {
            return;
        }
        try {
            SliceQuery.parse(typed);
            view.narrow(new SampleFacet(SampleFacet.Field.QUERY, typed));
            clear();
        } catch (ProblemException refused) {
            pseudoClassStateChanged(WRONG, true);
            why.setText(
                    desk.texts().what(refused.problem()) + " " + desk.texts().remedy(refused.problem()));
            Tooltip.install(this, why);
            desk.notices().problem(refused.problem());
        }
    }
}
