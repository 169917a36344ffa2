package sigmark.labeling.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.project.FormulaRegion;

/**
 * Merges the labels of one page that came back with what the project has now, given what was sent: a change on one side
 * is taken, the same change on both sides is one, different changes of one field are a conflict. All three are given in
 * the same frame.
 */
public final class ThreeWayMerge {
    /** Regions drawn on both sides that overlap so much are meant for the same formula. */
    public static final double SAME_PLACE = 0.5;

    private final Map<String, FormulaRegion> base;
    private final Map<String, FormulaRegion> ours;
    private final Map<String, FormulaRegion> theirs;
    private final Resolution resolution;
    private final List<FormulaRegion> put = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Conflict> open = new ArrayList<>();
    private final Set<String> paired = new HashSet<>();

    private ThreeWayMerge(PageLabels base, PageLabels ours, PageLabels theirs, Resolution resolution) {
        this.base = byId(base);
        this.ours = byId(ours);
        this.theirs = byId(theirs);
        this.resolution = resolution;
    }

    /** Merges; nothing is written. */
    public static PageMerge merge(PageLabels base, PageLabels ours, PageLabels theirs, Resolution resolution) {
        return new ThreeWayMerge(base, ours, theirs, resolution).run();
    }

    private static Map<String, FormulaRegion> byId(PageLabels labels) {
        Map<String, FormulaRegion> map = new LinkedHashMap<>();
        labels.regions().forEach(region -> map.put(region.id(), region));
        return map;
    }

    private PageMerge run() {
        Set<String> ids = new LinkedHashSet<>(theirs.keySet());
        ids.addAll(base.keySet());
        ids.forEach(this::region);
        return new PageMerge(put, deleted, conflicts, open);
    }

    private void region(String id) {
        Optional<FormulaRegion> sent = Optional.ofNullable(base.get(id));
        Optional<FormulaRegion> here = Optional.ofNullable(ours.get(id));
        Optional<FormulaRegion> there = Optional.ofNullable(theirs.get(id));
        if (there.isPresent() && here.isPresent()) {
            bothHave(sent, here.get(), there.get());
        } else if (there.isPresent()) {
            onlyThere(sent, there.get());
        } else if (here.isPresent() && sent.isPresent()) {
            deletedThere(sent.get(), here.get());
        }
    }

    private void bothHave(Optional<FormulaRegion> sent, FormulaRegion here, FormulaRegion there) {
        FormulaRegion merged = here;
        List<RegionField> differing = new ArrayList<>();
        boolean taken = false;
        for (RegionField field : RegionField.values()) {
            boolean changedHere = sent.isEmpty() || !field.same(here, sent.get());
            boolean changedThere = sent.isEmpty() || !field.same(there, sent.get());
            if (field.same(here, there) || !changedThere) {
                continue;
            }
            if (changedHere) {
                differing.add(field);
            } else {
                merged = field.copied(merged, there);
                taken = true;
            }
        }
        if (!differing.isEmpty()) {
            Conflict conflict =
                    conflict(Conflict.Kind.BOTH_CHANGED, differing, sent, Optional.of(here), Optional.of(there));
            if (decide(conflict) == Resolution.Side.THEIRS) {
                for (RegionField field : differing) {
                    merged = field.copied(merged, there);
                }
                taken = true;
            }
        }
        boolean untouchedHere = sent.isPresent() && same(here, sent.get());
        if (taken || untouchedHere && !sent.get().provenance().equals(there.provenance())) {
            merged = merged.withState(there.state()).withOrder(there.order()).withProvenance(there.provenance());
        } else if (same(here, there) && (sent.isEmpty() || sent.get().state() != there.state())) {
            merged = merged.withState(there.state());
        }
        if (!merged.equals(here)) {
            put.add(merged);
        }
    }

    private static boolean same(FormulaRegion one, FormulaRegion other) {
        return Arrays.stream(RegionField.values()).allMatch(field -> field.same(one, other));
    }

    private void onlyThere(Optional<FormulaRegion> sent, FormulaRegion there) {
        if (sent.isPresent()) {
            if (!same(sent.get(), there)) {
                Conflict conflict =
                        conflict(Conflict.Kind.DELETED_HERE, List.of(), sent, Optional.empty(), Optional.of(there));
                if (decide(conflict) == Resolution.Side.THEIRS) {
                    put.add(there);
                }
            }
            return;
        }
        Optional<FormulaRegion> drawnHere = ours.values().stream()
                .filter(region -> !base.containsKey(region.id()) && !theirs.containsKey(region.id()))
                .filter(region -> !paired.contains(region.id()) && region.box().iou(there.box()) >= SAME_PLACE)
                .findFirst();
        if (drawnHere.isEmpty()) {
            put.add(there);
            return;
        }
        FormulaRegion here = drawnHere.get();
        paired.add(here.id());
        List<RegionField> differing = Arrays.stream(RegionField.values())
                .filter(field -> !field.same(here, there))
                .toList();
        if (differing.isEmpty()) {
            return;
        }
        Conflict conflict =
                conflict(Conflict.Kind.BOTH_DREW, differing, Optional.empty(), Optional.of(here), Optional.of(there));
        if (decide(conflict) == Resolution.Side.THEIRS) {
            put.add(there);
            deleted.add(here.id());
        }
    }

    private void deletedThere(FormulaRegion sent, FormulaRegion here) {
        if (same(sent, here)) {
            deleted.add(here.id());
            return;
        }
        Conflict conflict = conflict(
                Conflict.Kind.DELETED_THERE, List.of(), Optional.of(sent), Optional.of(here), Optional.empty());
        if (decide(conflict) == Resolution.Side.THEIRS) {
            deleted.add(here.id());
        }
    }

    private static Conflict conflict(
            Conflict.Kind kind,
            List<RegionField> fields,
            Optional<FormulaRegion> sent,
            Optional<FormulaRegion> here,
            Optional<FormulaRegion> there) {
        FormulaRegion named = there.or(() -> here).orElseThrow();
        return new Conflict(named.pageId(), named.id(), kind, fields, sent, here, there);
    }

    /** The side that was chosen; ours stands in while the conflict is open, and nothing is written then anyway. */
    private Resolution.Side decide(Conflict conflict) {
        conflicts.add(conflict);
        Optional<Resolution.Side> side = resolution.side(conflict);
        if (side.isEmpty()) {
            open.add(conflict);
        }
        return side.orElse(Resolution.Side.OURS);
    }
}
