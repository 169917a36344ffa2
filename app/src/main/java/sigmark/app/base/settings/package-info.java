/**
 * What a person chose (language, theme, name, device, keys, recent projects, places of windows and splitters) and the
 * file that keeps it. Open {@link sigmark.app.base.settings.Settings}.
 */
@NullMarked
package sigmark.app.base.settings;

import org.jspecify.annotations.NullMarked;
