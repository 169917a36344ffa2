package sigmark.labeling.requirement;

import sigmark.inference.work.Problem;

/**
 * What is vague or contradictory about a line.
 *
 * @param line its id
 * @param contradiction true when it cannot be kept as it stands; false when it only leaves something open
 * @param problem {@code where} is the line's id
 */
public record SheetRemark(String line, boolean contradiction, Problem problem) {}
