/**
 * Labelers' questions about pages and formulas, their answers, and what makes two questions alike. Open
 * {@link sigmark.labeling.question.Question} first. Knows no store.
 */
@NullMarked
package sigmark.labeling.question;

import org.jspecify.annotations.NullMarked;
