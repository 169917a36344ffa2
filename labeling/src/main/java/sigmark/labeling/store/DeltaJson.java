package sigmark.labeling.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sigmark.labeling.edit.Delta;
import sigmark.labeling.edit.Deltas;
import sigmark.labeling.edit.Truth;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * Deltas as the journal holds them: of each page and region only the fields that differ, before ({@code b}) and after
 * ({@code a}); a side on which it is not there is null. Pages that come or go are told by their id alone: their rows
 * stay.
 */
final class DeltaJson {
    private DeltaJson() {}

    static String write(Deltas deltas) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        var pages = root.putArray("pages");
        for (Delta<Page> delta : deltas.pages()) {
            ObjectNode node = pages.addObject().put("id", delta.latest().id());
            boolean both = delta.before().isPresent() && delta.after().isPresent();
            if (both) {
                putDifference(
                        node,
                        delta.before().map(RecordJson::object),
                        delta.after().map(RecordJson::object));
            } else {
                node.put("there", delta.after().isPresent());
            }
        }
        var regions = root.putArray("regions");
        for (Delta<FormulaRegion> delta : deltas.regions()) {
            ObjectNode node = regions.addObject().put("id", delta.latest().id());
            putDifference(
                    node, delta.before().map(RecordJson::object), delta.after().map(RecordJson::object));
        }
        return RecordJson.write(root);
    }

    private static void putDifference(ObjectNode node, Optional<ObjectNode> before, Optional<ObjectNode> after) {
        if (before.isPresent() && after.isPresent()) {
            node.set("b", different(before.get(), after.get()));
            node.set("a", different(after.get(), before.get()));
        } else {
            node.set("b", before.<JsonNode>map(side -> side).orElse(JsonNodeFactory.instance.nullNode()));
            node.set("a", after.<JsonNode>map(side -> side).orElse(JsonNodeFactory.instance.nullNode()));
        }
    }

    /** Fields of one side that the other lacks or has otherwise; fields that only the other has are null. */
    private static ObjectNode different(ObjectNode side, ObjectNode other) {
        ObjectNode difference = JsonNodeFactory.instance.objectNode();
        side.properties().forEach(field -> {
            if (!field.getValue().equals(other.get(field.getKey()))) {
                difference.set(field.getKey(), field.getValue());
            }
        });
        for (Iterator<String> names = other.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!side.has(name)) {
                difference.putNull(name);
            }
        }
        return difference;
    }

    /**
     * What has to change now for everything to be as on one side of a stored step.
     *
     * @param side {@code b} to take the step back, {@code a} to do it again
     * @param now the project as it is
     * @param removed finds removed pages too
     */
    static Deltas towards(String side, String stored, Truth now, Function<String, Page> removed) {
        JsonNode root = RecordJson.read(stored);
        List<Delta<Page>> pages = new ArrayList<>();
        for (JsonNode node : root.required("pages")) {
            String id = RecordJson.text(node, "id");
            Optional<Page> before = now.page(id);
            Optional<Page> after;
            if (node.has("there")) {
                boolean there = node.get("there").booleanValue() == side.equals("a");
                after = there ? Optional.of(removed.apply(id)) : Optional.empty();
            } else {
                after = before.map(page -> RecordJson.page(overlaid(RecordJson.object(page), node.required(side))));
            }
            add(pages, before, after);
        }
        List<Delta<FormulaRegion>> regions = new ArrayList<>();
        for (JsonNode node : root.required("regions")) {
            Optional<FormulaRegion> before = now.region(RecordJson.text(node, "id"));
            JsonNode wanted = node.required(side);
            Optional<FormulaRegion> after = wanted.isNull()
                    ? Optional.empty()
                    : Optional.of(RecordJson.region(overlaid(
                            before.map(RecordJson::object).orElseGet(JsonNodeFactory.instance::objectNode), wanted)));
            add(regions, before, after);
        }
        return new Deltas(pages, regions);
    }

    /** Two steps as one: before the first and after the second, of pages and regions in either. */
    static String merged(String first, String second) {
        ObjectNode one = (ObjectNode) RecordJson.read(first);
        JsonNode two = RecordJson.read(second);
        for (String list : List.of("pages", "regions")) {
            ArrayNode merged = (ArrayNode) one.required(list);
            for (JsonNode later : two.required(list)) {
                merge(merged, (ObjectNode) later);
            }
        }
        return RecordJson.write(one);
    }

    private static void merge(ArrayNode merged, ObjectNode later) {
        for (JsonNode earlier : merged) {
            if (earlier.required("id").equals(later.required("id"))) {
                ObjectNode before = (ObjectNode) earlier.required("b");
                later.required("b").properties().forEach(field -> {
                    if (!before.has(field.getKey())) {
                        before.set(field.getKey(), field.getValue());
                    }
                });
                ObjectNode after = (ObjectNode) earlier.required("a");
                later.required("a").properties().forEach(field -> after.set(field.getKey(), field.getValue()));
                return;
            }
        }
        merged.add(later);
    }

    private static <T> void add(List<Delta<T>> deltas, Optional<T> before, Optional<T> after) {
        if (!before.equals(after)) {
            deltas.add(new Delta<>(before, after));
        }
    }

    private static ObjectNode overlaid(ObjectNode now, JsonNode fields) {
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                now.remove(field.getKey());
            } else {
                now.set(field.getKey(), field.getValue());
            }
        });
        return now;
    }
}
