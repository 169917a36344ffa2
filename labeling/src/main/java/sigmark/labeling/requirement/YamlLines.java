package sigmark.labeling.requirement;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** A YAML text as nested maps that remember on which line each key stands; nothing in it can make an object or run. */
final class YamlLines {
    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int DEEPEST = 20;

    private final String name;
    private final List<Problem> problems = new ArrayList<>();

    YamlLines(String name) {
        this.name = name;
    }

    /** A value with the line that it begins on, counted from 1; a table or an entry of one. */
    record Entry(int line, Optional<String> text, Map<String, Entry> table, List<Entry> list) {
        boolean isTable() {
            return text.isEmpty() && list.isEmpty();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    String at(Entry entry) {
        return name + ":" + entry.line();
    }

    /** @throws ProblemException {@code requirement.not-yaml} with the line */
    Entry read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw broken(1, "longer than " + MOST_CHARACTERS + " characters");
        }
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MOST_CHARACTERS);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                return new Entry(1, Optional.empty(), Map.of(), List.of());
            }
            return entry(root, 0);
        } catch (MarkedYAMLException wrong) {
            int line =
                    wrong.getProblemMark() == null ? 1 : wrong.getProblemMark().getLine() + 1;
            throw broken(line, String.valueOf(wrong.getProblem()));
        } catch (YAMLException wrong) {
            throw broken(1, String.valueOf(wrong.getMessage()));
        }
    }

    private Entry entry(Node node, int depth) {
        int line = node.getStartMark().getLine() + 1;
        if (depth > DEEPEST) {
            throw broken(line, "nested too deep");
        }
        if (node instanceof ScalarNode scalar) {
            return new Entry(line, Optional.of(scalar.getValue()), Map.of(), List.of());
        }
        if (node instanceof SequenceNode sequence) {
            List<Entry> list = new ArrayList<>();
            sequence.getValue().forEach(one -> list.add(entry(one, depth + 1)));
            return new Entry(line, Optional.empty(), Map.of(), list);
        }
        Map<String, Entry> table = new LinkedHashMap<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            int at = tuple.getKeyNode().getStartMark().getLine() + 1;
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw broken(at, "a key that is no word");
            }
            Entry value = entry(tuple.getValueNode(), depth + 1);
            if (table.put(key.getValue(), new Entry(at, value.text(), value.table(), value.list())) != null) {
                problems.add(Problem.of("requirement.twice", name + ":" + at, "what", key.getValue()));
            }
        }
        return new Entry(line, Optional.empty(), table, List.of());
    }

    private ProblemException broken(int line, String reason) {
        return new ProblemException(Problem.of("requirement.not-yaml", name + ":" + line, "reason", reason));
    }
}
