package sigmark.labeling.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import sigmark.labeling.edit.Change;
import sigmark.labeling.edit.Delta;
import sigmark.labeling.edit.Deltas;
import sigmark.labeling.edit.Draft;
import sigmark.labeling.edit.Edit;
import sigmark.labeling.edit.HistoryEntry;
import sigmark.labeling.edit.Stamp;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * Carries edits out together with their lines in the history, and takes them back. The undo stack is the history's rows
 * that have a place on it; its height is in {@code project}, so both survive a restart. Called with a transaction open.
 */
final class Journal {
    /** The newest step, for merging what belongs to one gesture; forgotten on close. */
    private @Nullable Edit newestEdit;

    private long newestStep;

    /** Carries out an edit; a change that does nothing leaves no trace. */
    Change apply(Handle handle, Edit edit, Stamp stamp) {
        Draft draft = new Draft(new HandleTruth(handle), stamp);
        edit.applyTo(draft);
        Deltas deltas = draft.deltas();
        if (deltas.isEmpty()) {
            return new Change(revision(handle), 0, Change.Kind.EDIT, edit.name(), deltas, List.of());
        }
        write(handle, deltas);
        long revision = nextRevision(handle);
        Edit newest = newestEdit;
        Optional<Edit> merged =
                newest == null || !isNewest(handle, newestStep, stamp) ? Optional.empty() : newest.mergeWith(edit);
        long step = merged.isPresent()
                ? extendStep(handle, deltas, stamp, revision)
                : push(handle, Change.Kind.EDIT, edit.name(), DeltaJson.write(deltas), deltas, stamp, revision);
        newestEdit = merged.orElse(edit);
        newestStep = step;
        return new Change(revision, step, Change.Kind.EDIT, edit.name(), deltas, deltas.pageIds());
    }

    /** Adds pages with their regions; undo removes the pages again. */
    Change addPages(Handle handle, List<Page> pages, List<FormulaRegion> regions, Stamp stamp) {
        PageRows.insert(handle, pages);
        RegionRows.put(handle, regions);
        Deltas deltas = new Deltas(
                pages.stream()
                        .map(page -> new Delta<>(Optional.<Page>empty(), Optional.of(page)))
                        .toList(),
                List.of());
        long revision = nextRevision(handle);
        newestEdit = null;
        newestStep =
                push(handle, Change.Kind.PAGES_ADDED, "add-pages", DeltaJson.write(deltas), deltas, stamp, revision);
        return new Change(revision, newestStep, Change.Kind.PAGES_ADDED, "add-pages", deltas, deltas.pageIds());
    }

    /** Says where pages' linked files lie now. Not undoable: the files are where they are. */
    Change relink(Handle handle, List<Page> pages, Stamp stamp) {
        PageRows.update(handle, pages);
        Deltas deltas = new Deltas(
                pages.stream()
                        .map(page -> new Delta<>(Optional.of(page), Optional.of(page)))
                        .toList(),
                List.of());
        long revision = nextRevision(handle);
        long id =
                insert(handle, new Line(Change.Kind.RELINKED, "relink"), Optional.empty(), "", deltas, stamp, revision);
        return new Change(revision, id, Change.Kind.RELINKED, "relink", deltas, deltas.pageIds());
    }

    /** Takes the newest step back. */
    Optional<Change> undo(Handle handle, Stamp stamp) {
        return step(handle, height(handle), Change.Kind.UNDO, stamp);
    }

    /** Does the step again that was taken back last. */
    Optional<Change> redo(Handle handle, Stamp stamp) {
        return step(handle, height(handle) + 1, Change.Kind.REDO, stamp);
    }

    static Optional<HistoryEntry> atPlace(Handle handle, long place) {
        return handle.createQuery(HistoryMapper.SELECT + " WHERE stack_place = :place")
                .bind("place", place)
                .mapTo(HistoryEntry.class)
                .findOne();
    }

    static long height(Handle handle) {
        return handle.createQuery("SELECT undo_height FROM project")
                .mapTo(Long.class)
                .one();
    }

    static long revision(Handle handle) {
        return handle.createQuery("SELECT revision FROM project")
                .mapTo(Long.class)
                .one();
    }

    static long nextRevision(Handle handle) {
        return handle.createQuery("UPDATE project SET revision = revision + 1 RETURNING revision")
                .mapTo(Long.class)
                .one();
    }

    private Optional<Change> step(Handle handle, long place, Change.Kind kind, Stamp stamp) {
        Optional<HistoryEntry> found = atPlace(handle, place);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        HistoryEntry step = found.get();
        String side = kind == Change.Kind.UNDO ? "b" : "a";
        Deltas deltas = DeltaJson.towards(
                side,
                storedDeltas(handle, step.id()),
                new HandleTruth(handle),
                id -> PageRows.findRemovedToo(handle, id));
        write(handle, deltas);
        setHeight(handle, kind == Change.Kind.UNDO ? place - 1 : place);
        long revision = nextRevision(handle);
        long id = insert(handle, new Line(kind, step.edit()), Optional.empty(), "", deltas, stamp, revision);
        handle.createUpdate("UPDATE history SET step = :step WHERE id = :id")
                .bind("step", step.id())
                .bind("id", id)
                .execute();
        newestEdit = null;
        return Optional.of(new Change(revision, id, kind, step.edit(), deltas, deltas.pageIds()));
    }

    private static String storedDeltas(Handle handle, long id) {
        return handle.createQuery("SELECT deltas FROM history WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one();
    }

    /** Writes what changed; proposals stay in their page's frame and are otherwise left alone. */
    private static void write(Handle handle, Deltas deltas) {
        List<Page> changed = new ArrayList<>();
        for (Delta<Page> delta : deltas.pages()) {
            if (delta.after().isEmpty() || delta.before().isEmpty()) {
                PageRows.setRemoved(handle, delta.latest().id(), delta.after().isEmpty());
                continue;
            }
            Page before = delta.before().get();
            Page after = delta.after().get();
            int turns = after.quarterTurns() - before.quarterTurns();
            if (!after.source().equals(before.source())) {
                RegionRows.fitProposals(handle, before, after);
            } else if (turns != 0) {
                RegionRows.turnProposals(handle, before, turns);
            }
            changed.add(after);
        }
        PageRows.update(handle, changed);
        for (Delta<FormulaRegion> delta : deltas.regions()) {
            if (delta.after().isEmpty()) {
                RegionRows.delete(handle, delta.latest().id());
            }
        }
        RegionRows.put(
                handle,
                deltas.regions().stream()
                        .flatMap(delta -> delta.after().stream())
                        .toList());
    }

    /** Whether that step is still the last thing that happened, by the same person. */
    private static boolean isNewest(Handle handle, long step, Stamp stamp) {
        return handle.createQuery(
                        """
                        SELECT (SELECT max(id) FROM history) = :step
                            AND (SELECT name FROM person JOIN history ON person.key = history.person
                                 WHERE history.id = :step) = :person
                        """)
                .bind("step", step)
                .bind("person", stamp.author().person())
                .mapTo(Boolean.class)
                .one();
    }

    private long extendStep(Handle handle, Deltas deltas, Stamp stamp, long revision) {
        handle.createUpdate(
                        """
                        UPDATE history SET deltas = :deltas, at = :at, revision = :revision,
                            active_millis = active_millis + :active
                        WHERE id = :id
                        """)
                .bind("deltas", DeltaJson.merged(storedDeltas(handle, newestStep), DeltaJson.write(deltas)))
                .bind("at", stamp.at().toEpochMilli())
                .bind("revision", revision)
                .bind("active", stamp.activeMillis())
                .bind("id", newestStep)
                .execute();
        return newestStep;
    }

    /** A new step on top of the stack; steps that were taken back leave it, their lines stay in the history. */
    private static long push(
            Handle handle, Change.Kind kind, String edit, String json, Deltas deltas, Stamp stamp, long revision) {
        long place = height(handle) + 1;
        handle.createUpdate("UPDATE history SET stack_place = NULL WHERE stack_place >= :place")
                .bind("place", place)
                .execute();
        setHeight(handle, place);
        return insert(handle, new Line(kind, edit), Optional.of(place), json, deltas, stamp, revision);
    }

    private static void setHeight(Handle handle, long height) {
        handle.createUpdate("UPDATE project SET undo_height = :height")
                .bind("height", height)
                .execute();
    }

    /** What a line of the history says happened. */
    private record Line(Change.Kind kind, String edit) {}

    private static long insert(
            Handle handle, Line line, Optional<Long> place, String json, Deltas deltas, Stamp stamp, long revision) {
        return handle.createQuery(
                        """
                        INSERT INTO history (kind, edit, stack_place, person, first_at, at, active_millis,
                            guide_version, work_package, revision, page_id, region_id, deltas)
                        VALUES (:kind, :edit, :place, :person, :at, :at, :active, :guide, :package, :revision,
                            :page, :region, :deltas)
                        RETURNING id
                        """)
                .bind("kind", Words.word(line.kind()))
                .bind("edit", line.edit())
                .bind("place", place)
                .bind("person", RegionRows.Keys.person(handle, stamp.author().person()))
                .bind("at", stamp.at().toEpochMilli())
                .bind("active", stamp.activeMillis())
                .bind("guide", stamp.guideVersion())
                .bind("package", stamp.workPackage())
                .bind("revision", revision)
                .bind("page", deltas.pageIds().stream().findFirst())
                .bind("region", deltas.regions().stream().findFirst().map(d -> d.latest()
                        .id()))
                .bind("deltas", json)
                .mapTo(Long.class)
                .one();
    }
}
