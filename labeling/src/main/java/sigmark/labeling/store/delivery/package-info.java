/**
 * What a project keeps of questions, work packages and inspections. One class per concern, each made from an open
 * {@link sigmark.labeling.store.ProjectStore}; open {@link sigmark.labeling.store.delivery.DeliveryStore} first.
 */
@NullMarked
package sigmark.labeling.store.delivery;

import org.jspecify.annotations.NullMarked;
