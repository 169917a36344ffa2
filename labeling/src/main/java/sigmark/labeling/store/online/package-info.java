/**
 * Where a project keeps its online events, complaints and improvement points; open
 * {@link sigmark.labeling.store.online.OnlineStore} first. The records are in {@code labeling.online} and
 * {@code labeling.voc}.
 */
@NullMarked
package sigmark.labeling.store.online;

import org.jspecify.annotations.NullMarked;
