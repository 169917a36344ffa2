/**
 * What a rule of the work guide can check by program, one class for each kind of check, in packages below; {@code CheckKinds} names them
 * all. Open {@link sigmark.labeling.guide.check.RuleCheck} first. A new kind is a new class and a line in that list.
 */
@NullMarked
package sigmark.labeling.guide.check;

import org.jspecify.annotations.NullMarked;
