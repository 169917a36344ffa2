/**
 * Rules of the work guide as they are shown in several workbenches: the guide in force, its Markdown, a rule with its
 * examples. Open {@link sigmark.app.rule.GuideInForce} and {@link sigmark.app.rule.RuleView} first.
 */
@NullMarked
package sigmark.app.rule;

import org.jspecify.annotations.NullMarked;
