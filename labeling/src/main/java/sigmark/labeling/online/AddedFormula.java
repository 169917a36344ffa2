package sigmark.labeling.online;

import java.util.Optional;
import sigmark.inference.page.Box;

/** A formula that the user drew because it was not found. */
public record AddedFormula(Optional<Box> box, String latex) {}
