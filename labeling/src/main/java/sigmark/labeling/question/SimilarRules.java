package sigmark.labeling.question;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.GuideWords;
import sigmark.labeling.guide.RuleWords;

/**
 * A guide's rules by their words in all its languages (title, text, what stands beside examples) and by the structure of
 * their examples' formulas. A word weighs {@code log((N + 1) / (n + ½))} where n of N rules have it (inverse document
 * frequency), so that a word of every rule says next to nothing.
 */
public final class SimilarRules {
    /** For no guide. */
    public static final SimilarRules NONE = new SimilarRules(List.of());

    /** Of the weight of words and of structure in likeness, as for earlier questions. */
    private static final double STRUCTURE_WEIGHT = 0.6;

    /** What is less alike is not offered. */
    private static final double LEAST = 0.15;

    private record Entry(GuideRule rule, Set<String> words, List<Set<String>> formulas) {}

    private final List<Entry> entries;
    private final Map<String, Integer> rulesWithWord = new HashMap<>();
    private final Map<String, Integer> rulesWithStructure = new HashMap<>();

    private SimilarRules(List<Entry> entries) {
        this.entries = entries;
        for (Entry entry : entries) {
            entry.words().forEach(word -> rulesWithWord.merge(word, 1, Integer::sum));
            Set<String> structure = new HashSet<>();
            entry.formulas().forEach(structure::addAll);
            structure.forEach(word -> rulesWithStructure.merge(word, 1, Integer::sum));
        }
    }

    public static SimilarRules of(Guide guide) {
        return new SimilarRules(
                guide.rules().stream().map(rule -> entry(guide, rule)).toList());
    }

    private static Entry entry(Guide guide, GuideRule rule) {
        Set<String> words = new HashSet<>();
        for (GuideWords language : guide.words().values()) {
            RuleWords own = language.rule(rule.id());
            words.addAll(QuestionWords.ofText(own.title()));
            words.addAll(QuestionWords.ofText(own.markdown()));
        }
        words.addAll(QuestionWords.ofText(rule.id()));
        for (GuideExample example : rule.examples()) {
            example.notes().values().forEach(note -> words.addAll(QuestionWords.ofText(note)));
        }
        List<Set<String>> formulas = rule.examples().stream()
                .map(SimilarRules::latex)
                .map(QuestionWords::ofLatex)
                .filter(structure -> !structure.isEmpty())
                .<Set<String>>map(Set::copyOf)
                .toList();
        return new Entry(rule, Set.copyOf(words), formulas);
    }

    /** The example's formula; empty where only a page has it. */
    private static String latex(GuideExample example) {
        return example.latex().orElseGet(() -> {
            if (!(example.scene() instanceof ExampleScene.Drawn drawn)) {
                return "";
            }
            int begin = drawn.text().indexOf('⟦');
            int end = drawn.text().indexOf('⟧');
            return begin >= 0 && end > begin ? drawn.text().substring(begin + 1, end) : "";
        });
    }

    /**
     * Rules that are like what somebody is about to ask, the most alike first.
     *
     * @param latex of the region that is asked about; empty without
     */
    public List<SimilarRule> like(String text, String latex, int limit) {
        List<String> words = QuestionWords.ofText(text);
        List<String> structure = QuestionWords.ofLatex(latex);
        return entries.stream()
                .map(entry -> new SimilarRule(
                        entry.rule(), words(entry, words) + STRUCTURE_WEIGHT * structure(entry, structure)))
                .filter(each -> each.likeness() >= LEAST)
                .sorted(Comparator.comparingDouble(SimilarRule::likeness).reversed())
                .limit(limit)
                .toList();
    }

    /** The share of the question's words that the rule has. */
    private double words(Entry entry, List<String> words) {
        double all = weight(words, rulesWithWord);
        List<String> common = words.stream().filter(entry.words()::contains).toList();
        return all == 0 ? 0 : weight(common, rulesWithWord) / all;
    }

    /** The most that a formula of the rule has in common with the one asked about: twice the common part over both. */
    private double structure(Entry entry, List<String> structure) {
        double asked = weight(structure, rulesWithStructure);
        double most = 0;
        for (Set<String> formula : entry.formulas()) {
            List<String> common = structure.stream().filter(formula::contains).toList();
            double both = asked + weight(formula, rulesWithStructure);
            most = Math.max(most, both == 0 ? 0 : 2 * weight(common, rulesWithStructure) / both);
        }
        return most;
    }

    private double weight(Collection<String> words, Map<String, Integer> rulesWith) {
        return words.stream()
                .mapToDouble(word -> Math.log((entries.size() + 1) / (rulesWith.getOrDefault(word, 0) + 0.5)))
                .sum();
    }
}
