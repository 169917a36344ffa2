package sigmark.labeling.question;

/**
 * An earlier question that is like another one.
 *
 * @param likeness share of words in common plus a part of the share of formula structure in common, above 0
 */
public record SimilarQuestion(Question question, double likeness) {}
