/**
 * Changes to what people say is true, as values. Open {@link sigmark.labeling.edit.Edit} first. An edit works on a
 * {@link sigmark.labeling.edit.Draft}, which tells what it changed as {@link sigmark.labeling.edit.Deltas}; writing them
 * down, undo and history are {@code labeling.store}'s.
 */
@NullMarked
package sigmark.labeling.edit;

import org.jspecify.annotations.NullMarked;
