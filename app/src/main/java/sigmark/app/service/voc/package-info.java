/**
 * Triage of what users said, by keyboard: cause and severity, the way into the project, to a question, to an improvement
 * point; the ranking of causes, and points that only a run can close. Open {@link sigmark.app.service.voc.VocPage} first.
 */
@NullMarked
package sigmark.app.service.voc;

import org.jspecify.annotations.NullMarked;
