package sigmark.labeling.online;

import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.inference.page.Box;

/**
 * A formula that a user was shown.
 *
 * @param box in the pixels of the image that was sent; absent when the log has none
 * @param score of the reading, 0 to 1 when present
 * @param finalLatex what the user made of it; absent when nothing was changed
 * @param secondsToEdit from display to the change
 */
public record ShownResult(
        String id,
        Optional<Box> box,
        String shownLatex,
        OptionalDouble score,
        Outcome outcome,
        Optional<String> finalLatex,
        OptionalDouble secondsToEdit) {}
