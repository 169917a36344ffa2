/**
 * The quiz page of the Guide workbench: the first thing that a labeler meets, and where a curator sets what passes and
 * sees who did. Open {@link sigmark.app.guide.quiz.QuizPage} first; {@link sigmark.app.guide.quiz.QuizModel} knows no
 * node.
 */
@NullMarked
package sigmark.app.guide.quiz;

import org.jspecify.annotations.NullMarked;
