/**
 * What every screen stands on: words in two languages, themes, settings, jobs, actions with their keys, and the small
 * controls. The only place that starts threads and hands work to the window's thread ({@link sigmark.app.base.Jobs}).
 * Open {@link sigmark.app.base.Desk} first; {@code words} alone works without JavaFX.
 */
@NullMarked
package sigmark.app.base;

import org.jspecify.annotations.NullMarked;
