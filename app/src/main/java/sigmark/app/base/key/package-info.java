/**
 * What a person can do as data, and the keys that do it. Open {@link sigmark.app.base.key.Action}; pressed keys are
 * sent on by {@link sigmark.app.base.key.KeyDispatcher}.
 */
@NullMarked
package sigmark.app.base.key;

import org.jspecify.annotations.NullMarked;
