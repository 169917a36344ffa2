/**
 * Texts, numbers and dates in two languages, from the message files in {@code src-resources/messages}. Knows no
 * JavaFX, so that the command line speaks the same words as the window. Open {@link sigmark.app.base.words.Words}.
 */
@NullMarked
package sigmark.app.base.words;

import org.jspecify.annotations.NullMarked;
