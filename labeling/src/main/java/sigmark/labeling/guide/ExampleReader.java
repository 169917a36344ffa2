package sigmark.labeling.guide;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.project.RegionFlag;

/** Reads one example: a text is LaTeX alone, an object says more. */
final class ExampleReader {
    private static final Set<String> FIELDS = Set.of(
            "latex", "scene", "sample", "png", "page", "box", "others", "grow", "kind", "writing", "flags", "linked",
            "note");

    private final String where;
    private final JsonNode node;

    private ExampleReader(String where, JsonNode node) {
        this.where = where;
        this.node = node;
    }

    /** @throws ProblemException {@code guide.bad-example} */
    static GuideExample read(String ruleId, boolean good, int number, JsonNode node) {
        ExampleReader reader = new ExampleReader(ruleId + "/" + (good ? "good" : "bad") + "/" + number, node);
        if (!node.isObject()) {
            if (!node.isValueNode()) {
                throw reader.bad("example", node.toString());
            }
            String latex = node.asText();
            return new GuideExample(
                    ruleId,
                    good,
                    number,
                    new ExampleScene.Drawn("⟦" + latex + "⟧"),
                    List.of(0.0, 0.0, 0.0, 0.0),
                    Optional.of(latex),
                    Optional.empty(),
                    Writing.PRINTED,
                    Set.of(),
                    false,
                    Map.of());
        }
        return reader.object(ruleId, good, number);
    }

    private GuideExample object(String ruleId, boolean good, int number) {
        node.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw bad("field", field);
            }
        });
        Optional<String> latex = text("latex");
        ExampleScene scene = scene(latex);
        return new GuideExample(
                ruleId,
                good,
                number,
                scene,
                grow(),
                latex,
                text("kind").map(word -> FormulaKind.ofWord(word).orElseThrow(() -> bad("kind", word))),
                text("writing").map(this::writing).orElse(Writing.PRINTED),
                flags(),
                node.path("linked").asBoolean(false),
                notes());
    }

    private ExampleScene scene(Optional<String> latex) {
        if (node.hasNonNull("scene")) {
            return new ExampleScene.Drawn(node.path("scene").asText());
        }
        if (node.hasNonNull("sample")) {
            return new ExampleScene.Sample(node.path("sample").asText());
        }
        if (node.hasNonNull("png")) {
            List<Box> others = new ArrayList<>();
            node.path("others").forEach(other -> others.add(box(other)));
            return new ExampleScene.Cut(
                    node.path("png").asText(),
                    box(node.path("box")),
                    others,
                    node.path("page").asText());
        }
        return new ExampleScene.Drawn("⟦" + latex.orElseThrow(() -> bad("latex", "")) + "⟧");
    }

    private Box box(JsonNode corners) {
        if (corners.size() != 4) {
            throw bad("box", corners.toString());
        }
        try {
            return new Box(
                    corners.get(0).asDouble(),
                    corners.get(1).asDouble(),
                    corners.get(2).asDouble(),
                    corners.get(3).asDouble());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(problem("box", corners.toString()), e);
        }
    }

    private List<Double> grow() {
        List<Double> grow = new ArrayList<>();
        JsonNode given = node.path("grow");
        if (given.isMissingNode()) {
            return List.of(0.0, 0.0, 0.0, 0.0);
        }
        given.forEach(side -> grow.add(side.asDouble()));
        if (grow.size() != 4) {
            throw bad("grow", given.toString());
        }
        return grow;
    }

    private Writing writing(String word) {
        for (Writing writing : Writing.values()) {
            if (writing.word().equalsIgnoreCase(word)) {
                return writing;
            }
        }
        throw bad("writing", word);
    }

    private Set<RegionFlag> flags() {
        Set<RegionFlag> flags = new LinkedHashSet<>();
        for (JsonNode word : node.path("flags")) {
            flags.add(RegionFlag.ofWord(word.asText()).orElseThrow(() -> bad("flags", word.asText())));
        }
        return flags;
    }

    private Map<String, String> notes() {
        Map<String, String> notes = new LinkedHashMap<>();
        node.path("note")
                .properties()
                .forEach(note -> notes.put(note.getKey(), note.getValue().asText()));
        return notes;
    }

    private Optional<String> text(String field) {
        return node.hasNonNull(field) ? Optional.of(node.path(field).asText()) : Optional.empty();
    }

    private ProblemException bad(String field, String value) {
        return new ProblemException(problem(field, value));
    }

    private Problem problem(String field, String value) {
        return Problem.of("guide.bad-example", where, "field", field, "value", value);
    }
}
