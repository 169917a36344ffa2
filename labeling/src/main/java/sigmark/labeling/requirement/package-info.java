/**
 * What a service must do, as people agreed on it: lines with a kind, a measure, a slice and a bound; the sheet as YAML;
 * and the checks that name vague or contradictory lines. Nothing here measures or stores. Open
 * {@link sigmark.labeling.requirement.RequirementSheet} first.
 */
@NullMarked
package sigmark.labeling.requirement;

import org.jspecify.annotations.NullMarked;
