/**
 * The small controls that all screens are made of: icons, key caps, chips, segments, interval bars, bars that say how
 * things stand, balances. Each has its style class in {@code style/sigmark.css}.
 */
@NullMarked
package sigmark.app.base.control;

import org.jspecify.annotations.NullMarked;
