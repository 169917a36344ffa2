/**
 * Commands for work with vendors: packages out and in, questions, inspections, labeler quality. Open
 * {@link sigmark.app.cli.delivery.DeliveryCommands} first.
 */
@NullMarked
package sigmark.app.cli.delivery;

import org.jspecify.annotations.NullMarked;
