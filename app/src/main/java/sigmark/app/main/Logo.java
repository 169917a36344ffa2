package sigmark.app.main;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Sigmark's sign: a white sigma on the accent colour. */
final class Logo extends StackPane {
    Logo() {
        getStyleClass().add("logo");
        SVGPath sigma = new SVGPath();
        sigma.setContent("M 11 2.5 L 11 0 L 0 0 L 6 6 L 0 12 L 11 12 L 11 9.5");
        sigma.getStyleClass().add("logo-sign");
        getChildren().add(sigma);
    }
}
