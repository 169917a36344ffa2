package sigmark.inference.synthesis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules of {@code formulas.txt} and the words of {@code words-ko.txt}, read once: how they are written is explained at the top of that file. */
final class GrammarRules {
    /** A piece of an alternative: text as it stands, or the name of a rule, bound to a label when it must repeat. */
    record Piece(String text, boolean rule, String label) {}

    /** One way to expand a rule; {@code depth} is how many rules its shortest expansion nests. */
    record Alternative(double weight, Optional<FormulaTopic> topic, List<Piece> pieces, int depth) {}

    private static final Pattern PLACE = Pattern.compile("<(?:([a-z]):)?([A-Za-z]+)>");
    private static final Pattern WEIGHTED = Pattern.compile("^(\\d+(?:\\.\\d+)?) \\| (.*)$");
    private static final int ENDLESS = 1000;

    private final Map<String, List<Alternative>> rules;

    private GrammarRules(Map<String, List<Alternative>> rules) {
        this.rules = rules;
    }

    static GrammarRules shipped() {
        return parse(Resources.text("formulas.txt") + "\n@kword\n" + Resources.text("words-ko.txt"));
    }

    static GrammarRules parse(String text) {
        Map<String, List<Alternative>> rules = new HashMap<>();
        String name = "";
        Optional<FormulaTopic> topic = Optional.empty();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("@")) {
                String[] head = line.substring(1).split(" / ", -1);
                name = head[0];
                topic = head.length > 1 ? Optional.of(FormulaTopic.ofWord(head[1])) : Optional.empty();
                rules.computeIfAbsent(name, n -> new ArrayList<>());
            } else {
                rules.computeIfAbsent(name, n -> new ArrayList<>()).add(alternative(line, topic));
            }
        }
        return new GrammarRules(withDepths(rules));
    }

    List<Alternative> alternatives(String rule) {
        List<Alternative> found = rules.get(rule);
        if (found == null) {
            throw new IllegalArgumentException("the formula grammar has no rule <" + rule + ">");
        }
        return found;
    }

    private static Alternative alternative(String line, Optional<FormulaTopic> topic) {
        Matcher weighted = WEIGHTED.matcher(line);
        double weight = weighted.matches() ? Double.parseDouble(weighted.group(1)) : 1;
        String body = weighted.matches() ? weighted.group(2) : line;
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(body);
        int end = 0;
        while (place.find()) {
            if (place.start() > end) {
                pieces.add(new Piece(body.substring(end, place.start()), false, ""));
            }
            String label = place.group(1);
            pieces.add(new Piece(place.group(2), true, label == null ? "" : label));
            end = place.end();
        }
        if (end < body.length()) {
            pieces.add(new Piece(body.substring(end), false, ""));
        }
        return new Alternative(weight, topic, List.copyOf(pieces), ENDLESS);
    }

    /** Fills in each alternative's depth by going round until nothing changes. */
    private static Map<String, List<Alternative>> withDepths(Map<String, List<Alternative>> rules) {
        Map<String, Integer> depths = new HashMap<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var rule : rules.entrySet()) {
                int best = ENDLESS;
                for (Alternative alternative : rule.getValue()) {
                    best = Math.min(best, 1 + depth(alternative, depths));
                }
                Integer before = depths.put(rule.getKey(), best);
                changed |= before == null || before != best;
            }
        }
        Map<String, List<Alternative>> filled = new HashMap<>();
        rules.forEach((name, list) -> filled.put(
                name,
                list.stream()
                        .map(a -> new Alternative(a.weight(), a.topic(), a.pieces(), depth(a, depths)))
                        .toList()));
        return filled;
    }

    private static int depth(Alternative alternative, Map<String, Integer> depths) {
        int deepest = 0;
        for (Piece piece : alternative.pieces()) {
            if (piece.rule()) {
                deepest = Math.max(deepest, depths.getOrDefault(piece.text(), ENDLESS));
            }
        }
        return deepest;
    }
}
