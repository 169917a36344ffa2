package sigmark.labeling.question;

import sigmark.labeling.guide.GuideRule;

/**
 * A rule of the work guide that is like a question.
 *
 * @param likeness share of words in common plus a part of the share of formula structure in common, above 0; words that
 *     many rules have count less
 */
public record SimilarRule(GuideRule rule, double likeness) {}
