/**
 * Does offline predict online: the statement, the questions that it rests on, both sides of versions and slices in one
 * picture, samples that speak against it, drift of the live input and live pages for the test set. Open {@link
 * sigmark.app.service.agree.AgreementPage} first; the numbers come from {@code analysis.foresight}.
 */
@NullMarked
package sigmark.app.service.agree;

import org.jspecify.annotations.NullMarked;
