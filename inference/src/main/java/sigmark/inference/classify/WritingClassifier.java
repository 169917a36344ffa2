package sigmark.inference.classify;

import java.util.List;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.Writing;

/** Says of formula crops whether they are printed or handwritten. Safe to call from several threads. */
public interface WritingClassifier extends AutoCloseable {
    /** One answer a crop, in the order of the crops. */
    List<Writing> classify(List<GreyImage> crops);

    /** Name and version, such as {@code ink-rule-1}. */
    String name();

    /** SHA-256 of its files, or of its constants for a rule; what descriptions record. */
    String hash();

    /** Whether it is a rule written by hand and not a trained model: screens say so. */
    boolean rule();

    @Override
    default void close() {}
}
