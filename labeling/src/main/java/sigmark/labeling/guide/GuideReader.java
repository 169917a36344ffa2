package sigmark.labeling.guide;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.check.CheckSettings;

/**
 * Reads a guide. What is wrong with one rule leaves that rule out, or its check, and is said; the rest goes on. Nothing
 * in a guide can run a program or read a file.
 */
public final class GuideReader {
    /** Longest YAML or Markdown, in characters. */
    public static final int LONGEST = 8_000_000;

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final List<Problem> problems = new ArrayList<>();

    private GuideReader() {}

    public static GuideReading read(GuideSource source) {
        GuideReader reader = new GuideReader();
        List<GuideRule> rules = reader.rules(source.rules());
        Map<String, GuideWords> words = new LinkedHashMap<>();
        new TreeMap<>(source.words())
                .forEach((language, markdown) -> words.put(language, reader.words(language, markdown)));
        if (words.isEmpty()) {
            reader.problem("guide.no-words", "");
        }
        reader.compare(rules, words);
        return new GuideReading(new Guide(rules, words), reader.problems);
    }

    private List<GuideRule> rules(String yaml) {
        if (yaml.length() > LONGEST) {
            problem("guide.too-long", "rules");
            return List.of();
        }
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(Problem.of("guide.bad-yaml", "rules:" + line, "detail", e.getOriginalMessage()));
            return List.of();
        }
        if (root == null || !root.path("rules").isArray()) {
            problem("guide.no-rules", "rules");
            return List.of();
        }
        List<GuideRule> rules = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int number = 0;
        for (JsonNode node : root.path("rules")) {
            number++;
            String id = node.path("id").asText("");
            if (!GuideRule.isId(id)) {
                problems.add(Problem.of("guide.bad-id", "rule " + number, "id", id));
            } else if (!seen.add(id)) {
                problem("guide.rule-twice", id);
            } else {
                rules.add(rule(id, node));
            }
        }
        return rules;
    }

    private GuideRule rule(String id, JsonNode node) {
        node.fieldNames().forEachRemaining(field -> {
            if (!Set.of("id", "severity", "check", "good", "bad").contains(field)) {
                problems.add(Problem.of("guide.unknown-field", id, "field", field));
            }
        });
        String word = node.path("severity").asText("");
        Optional<Severity> severity = Severity.ofWord(word);
        if (severity.isEmpty()) {
            problems.add(Problem.of("guide.bad-severity", id, "word", word));
        }
        List<GuideExample> examples = new ArrayList<>();
        addExamples(id, node.path("good"), true, examples);
        addExamples(id, node.path("bad"), false, examples);
        return new GuideRule(id, severity.orElse(Severity.ADVICE), check(id, node.path("check")), examples);
    }

    private Optional<CheckSpec> check(String id, JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return Optional.empty();
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties().forEach(field -> settings.put(field.getKey(), plain(field.getValue())));
        }
        String kind = node.isTextual() ? node.asText() : String.valueOf(settings.remove("kind"));
        CheckSpec spec = new CheckSpec(kind, settings);
        try {
            CheckSettings read = new CheckSettings(id, spec.settings());
            if (CheckKinds.make(kind, read).isEmpty()) {
                problems.add(Problem.of("guide.unknown-check", id, "kind", kind));
                return Optional.empty();
            }
            read.unread()
                    .forEach(name ->
                            problems.add(Problem.of("guide.unknown-setting", id, "setting", name, "kind", kind)));
            return Optional.of(spec);
        } catch (ProblemException bad) {
            problems.add(bad.problem());
            return Optional.empty();
        }
    }

    /** Without Jackson's types: text, number, list, map. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return node.asText();
    }

    private void addExamples(String id, JsonNode list, boolean good, List<GuideExample> examples) {
        int number = 0;
        for (JsonNode node : list) {
            number++;
            try {
                examples.add(ExampleReader.read(id, good, number, node));
            } catch (ProblemException bad) {
                problems.add(bad.problem());
            }
        }
    }

    private GuideWords words(String language, String markdown) {
        if (markdown.length() > LONGEST) {
            problem("guide.too-long", language);
            return new GuideWords(language, "", "", List.of(), Map.of());
        }
        return WordsReader.read(language, markdown, problems::add);
    }

    private void compare(List<GuideRule> rules, Map<String, GuideWords> words) {
        Set<String> ids = new LinkedHashSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        words.forEach((language, text) -> {
            ids.stream()
                    .filter(id -> !text.rules().containsKey(id))
                    .forEach(id -> problems.add(Problem.of("guide.rule-without-words", id, "language", language)));
            text.rules().keySet().stream()
                    .filter(id -> !ids.contains(id))
                    .sorted()
                    .forEach(id -> problems.add(Problem.of("guide.words-without-rule", id, "language", language)));
        });
    }

    private void problem(String code, String where) {
        problems.add(Problem.of(code, where));
    }
}
