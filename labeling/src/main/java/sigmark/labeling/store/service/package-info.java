/**
 * What the store keeps of a service: versions of the requirement sheet, profiles, loads, learning curves, iterations and
 * releases. Open {@link sigmark.labeling.store.service.ServiceStore} first.
 */
@NullMarked
package sigmark.labeling.store.service;

import org.jspecify.annotations.NullMarked;
