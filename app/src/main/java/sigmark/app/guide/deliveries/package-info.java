/**
 * Pages of the Guide workbench about work with vendors: questions, packages, inspection, quality, and handing in from a
 * labeler's working copy. A model without nodes beside each page; open
 * {@link sigmark.app.guide.deliveries.DeliveryPages} first.
 */
@NullMarked
package sigmark.app.guide.deliveries;

import org.jspecify.annotations.NullMarked;
