/**
 * The Guide workbench: the work guide with its rules, the quiz, and what vendors ask, get and give back. Open
 * {@link sigmark.app.guide.GuideWorkbench} first. To add a page: write a class that is a
 * {@link sigmark.app.guide.GuidePage} (in a package below this one when it needs many classes), name it in
 * {@link sigmark.app.guide.GuidePages}, and give it the texts {@code guide.page.<id>} and, for its keys,
 * {@code scope.guide.<id>}. Nothing else changes.
 */
@NullMarked
package sigmark.app.guide;

import org.jspecify.annotations.NullMarked;
