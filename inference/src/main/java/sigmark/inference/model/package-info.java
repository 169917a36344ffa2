/**
 * Trained models: their cards, files, hashes and devices. Open {@link sigmark.inference.model.ModelCard} first. What a
 * model does with a page lives in {@code detect} and {@code recognize}.
 */
@NullMarked
package sigmark.inference.model;

import org.jspecify.annotations.NullMarked;
