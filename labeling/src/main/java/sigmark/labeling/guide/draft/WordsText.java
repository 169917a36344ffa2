package sigmark.labeling.guide.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sigmark.labeling.guide.RuleWords;

/** A guide's Markdown cut at its headings; put together again, it is what it was. */
final class WordsText {
    private static final Pattern RULE = Pattern.compile("###\\s+([A-Z]{1,3}-[0-9]{1,3})[.:]?\\s+(.*)");

    private final List<Part> parts;

    private WordsText(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * @param rule id where the part is a rule's words
     * @param section whether it begins a section
     * @param heading the first line; empty before the first heading
     */
    private record Part(Optional<String> rule, boolean section, String heading, String body) {
        String text() {
            return heading + body;
        }
    }

    static WordsText of(String markdown) {
        List<Part> parts = new ArrayList<>();
        Optional<String> rule = Optional.empty();
        boolean section = false;
        String heading = "";
        StringBuilder body = new StringBuilder();
        for (String line : markdown.split("(?<=\n)", -1)) {
            Matcher isRule = RULE.matcher(line.stripTrailing());
            if (isRule.matches() || line.startsWith("## ")) {
                parts.add(new Part(rule, section, heading, body.toString()));
                body.setLength(0);
                rule = isRule.matches() ? Optional.of(isRule.group(1)) : Optional.empty();
                section = rule.isEmpty();
                heading = line;
            } else {
                body.append(line);
            }
        }
        parts.add(new Part(rule, section, heading, body.toString()));
        return new WordsText(parts);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }

    boolean has(String id) {
        return at(id) >= 0;
    }

    private int at(String id) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).rule().filter(id::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Place of a section, counted from 0; the end of the list where there are fewer. */
    private int section(int number) {
        int seen = -1;
        for (int i = 0; i < parts.size(); i++) {
            seen += parts.get(i).section() ? 1 : 0;
            if (seen == number) {
                return i;
            }
        }
        return parts.size();
    }

    WordsText withRule(String id, RuleWords words) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(at(id), rule(id, words));
        return new WordsText(changed);
    }

    private static Part rule(String id, RuleWords words) {
        return new Part(
                Optional.of(id), false, "### " + id + " " + oneLine(words.title()) + "\n", body(words.markdown()));
    }

    /** At the end of a section. */
    WordsText withNewRule(int section, String id, RuleWords words) {
        List<Part> changed = new ArrayList<>(parts);
        int end = Math.min(section(section) + 1, changed.size());
        while (end < changed.size() && !changed.get(end).section()) {
            end++;
        }
        Part before = changed.get(end - 1);
        if (!before.body().endsWith("\n\n")) {
            String gap = before.text().isEmpty() ? "" : before.text().endsWith("\n") ? "\n" : "\n\n";
            changed.set(end - 1, new Part(before.rule(), before.section(), before.heading(), before.body() + gap));
        }
        changed.add(end, rule(id, words));
        return new WordsText(changed);
    }

    WordsText withoutRule(String id) {
        List<Part> changed = new ArrayList<>(parts);
        if (has(id)) {
            changed.remove(at(id));
        }
        return new WordsText(changed);
    }

    WordsText withSection(int number, String title, String markdown) {
        List<Part> changed = new ArrayList<>(parts);
        int at = section(number);
        if (at < changed.size()) {
            changed.set(at, new Part(Optional.empty(), true, "## " + oneLine(title) + "\n", body(markdown)));
        }
        return new WordsText(changed);
    }

    WordsText withIntroduction(String title, String markdown) {
        List<Part> changed = new ArrayList<>(parts);
        changed.set(0, new Part(Optional.empty(), false, "", "# " + oneLine(title) + "\n" + body(markdown)));
        return new WordsText(changed);
    }

    private static String oneLine(String title) {
        return title.replaceAll("\\R", " ").strip();
    }

    /** Text that cannot be taken for a heading of the guide itself, with an empty line after it. */
    private static String body(String markdown) {
        StringBuilder body = new StringBuilder();
        for (String line : markdown.strip().lines().toList()) {
            boolean taken = line.startsWith("# ")
                    || line.startsWith("## ")
                    || RULE.matcher(line).matches();
            body.append(taken ? " " : "").append(line).append('\n');
        }
        return body.append('\n').toString();
    }
}
