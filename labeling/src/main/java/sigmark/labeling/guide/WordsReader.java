package sigmark.labeling.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sigmark.inference.work.Problem;

/**
 * Reads a guide's Markdown: {@code #} its title, {@code ##} a section, {@code ### L-03 Title} a rule; what stands below
 * each is its text.
 */
final class WordsReader {
    private static final Pattern RULE = Pattern.compile("###\\s+([A-Z]{1,3}-[0-9]{1,3})[.:]?\\s+(.*)");

    private final String language;
    private final Consumer<Problem> problems;
    private final List<GuideSection> sections = new ArrayList<>();
    private final Map<String, RuleWords> rules = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String title = "";
    private String introduction = "";
    private String section = "";
    private String sectionText = "";
    private String rule = "";
    private String ruleTitle = "";
    private boolean inSection;

    private WordsReader(String language, Consumer<Problem> problems) {
        this.language = language;
        this.problems = problems;
    }

    static GuideWords read(String language, String markdown, Consumer<Problem> problems) {
        WordsReader reader = new WordsReader(language, problems);
        int number = 0;
        for (String line : markdown.lines().toList()) {
            reader.line(line, ++number);
        }
        reader.endSection();
        return new GuideWords(language, reader.title, reader.introduction, reader.sections, reader.rules);
    }

    private void line(String line, int number) {
        Matcher heading = RULE.matcher(line);
        if (heading.matches()) {
            endPart();
            if (!inSection) {
                problems.accept(
                        Problem.of("guide.rule-outside-section", language + ":" + number, "id", heading.group(1)));
            }
            rule = heading.group(1);
            ruleTitle = heading.group(2).strip();
        } else if (line.startsWith("## ")) {
            endSection();
            section = line.substring(3).strip();
            inSection = true;
        } else if (line.startsWith("# ") && title.isEmpty() && !inSection) {
            title = line.substring(2).strip();
        } else {
            text.append(line).append('\n');
        }
    }

    private void endPart() {
        String part = text.toString().strip();
        text.setLength(0);
        if (!rule.isEmpty()) {
            if (rules.putIfAbsent(rule, new RuleWords(ruleTitle, part)) != null) {
                problems.accept(Problem.of("guide.words-twice", rule, "language", language));
            } else {
                ids.add(rule);
            }
        } else if (inSection) {
            sectionText = part;
        } else {
            introduction = part;
        }
        rule = "";
    }

    private void endSection() {
        endPart();
        if (inSection) {
            sections.add(new GuideSection(section, sectionText, ids));
        }
        ids.clear();
        sectionText = "";
    }
}
