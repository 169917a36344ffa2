package sigmark.labeling.guide;

import java.util.List;
import sigmark.inference.page.Box;

/** The picture that an example's region stands in. */
public sealed interface ExampleScene {
    /**
     * Lines set by the program: words, and formulas between {@code ⟦} and {@code ⟧}. The box is the first formula's
     * hull, or the hull of all between {@code ⟨} and {@code ⟩}; {@code ¶} ends a line, {@code ⇥} is a wide gap.
     */
    record Drawn(String text) implements ExampleScene {}

    /** A region of the sample project by its id, with what lies around it. */
    record Sample(String region) implements ExampleScene {}

    /**
     * A part cut out of a page.
     *
     * @param png the picture, as a PNG file in Base64
     * @param box of the region, in the picture's pixels
     * @param others boxes of other regions
     * @param page SHA-256 of the page's image file, so that no gold page serves; empty where nobody knows it
     */
    record Cut(String png, Box box, List<Box> others, String page) implements ExampleScene {
        public Cut {
            others = List.copyOf(others);
        }
    }
}
