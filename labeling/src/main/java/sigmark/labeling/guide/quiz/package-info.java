/**
 * The entry quiz: examples of the guide without their verdict, and what somebody says of them. It teaches and does not
 * prove, for the answers travel with the guide. Open {@link sigmark.labeling.guide.quiz.Quiz} first.
 */
@NullMarked
package sigmark.labeling.guide.quiz;

import org.jspecify.annotations.NullMarked;
