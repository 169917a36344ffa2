package sigmark.app.guide.quiz;

import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Texts;
import sigmark.app.base.control.Chip;
import sigmark.app.latex.FormulaPane;
import sigmark.app.rule.RuleDesk;
import sigmark.inference.page.Writing;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.check.CheckedRegion;
import sigmark.labeling.project.RegionFlag;

/** An example without its verdict: the picture with the box, the LaTeX, its rendering, kind and flags. */
final class QuizCard extends VBox {
    private static final double WIDEST = 680;
    private static final double HIGHEST = 220;

    private final Texts texts;
    private final ImageView picture = new ImageView();
    private final Label latex = new Label();
    private final FormulaPane rendering;
    private final FlowPane facts = new FlowPane(6, 6);

    QuizCard(RuleDesk rules, GuideExample example) {
        texts = rules.desk().texts();
        setId("quiz-card");
        setUserData(example);
        getStyleClass().add("quiz-card");
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("example-picture");
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        latex.getStyleClass().addAll("mono", "example-latex");
        latex.setWrapText(true);
        latex.setMaxWidth(Double.MAX_VALUE);
        rendering = new FormulaPane(rules.pictures(), 20).alignedLeft();
        rendering.setMaxHeight(64);
        rendering.getStyleClass().add("quiz-rendering");
        facts.getStyleClass().add("quiz-facts");
        getChildren().setAll(frame, latex, rendering, facts);
        rules.show(
                example,
                true,
                shown -> {
                    picture.setImage(shown.picture());
                    double width = shown.picture().getWidth();
                    picture.setFitWidth(width
                            * Math.min(
                                    1.4,
                                    Math.min(
                                            WIDEST / width,
                                            HIGHEST / shown.picture().getHeight())));
                    fill(shown.exhibit().label());
                },
                problem -> latex.setText(texts.what(problem)));
    }

    private void fill(CheckedRegion.Label label) {
        String text = label.latex().orElse("");
        latex.setText(text.isEmpty() ? texts.text("guide.quiz.no-latex") : text);
        rendering.setVisible(!text.isEmpty());
        rendering.setManaged(!text.isEmpty());
        if (!text.isEmpty()) {
            rendering.show(text);
        }
        facts.getChildren().setAll(chip("kind." + label.kind().word()));
        if (label.writing() == Writing.HANDWRITTEN) {
            facts.getChildren().add(chip("writing." + label.writing().word()));
        }
        for (RegionFlag flag : label.flags()) {
            facts.getChildren().add(chip("action.label." + flag.word()));
        }
        setAccessibleText(texts.text("guide.quiz.card", "latex", text));
    }

    private Chip chip(String key) {
        return new Chip(Chip.Tint.PLAIN, "", texts.live(key));
    }
}
