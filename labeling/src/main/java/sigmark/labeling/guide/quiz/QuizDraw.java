package sigmark.labeling.guide.quiz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideChecker;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;
import sigmark.labeling.guide.check.Violation;
import sigmark.labeling.guide.example.ExampleGallery;

/**
 * Draws the questions of a quiz: one example a rule before any rule comes twice, good and bad ones by turns, in an order
 * that the seed makes. Rules without examples of both kinds say nothing, and an example that its own rule judges wrongly
 * is never asked.
 */
public final class QuizDraw {
    private final Guide guide;
    private final GuideChecker checker;
    private final ExampleGallery gallery;
    private final Random random;

    private QuizDraw(Guide guide, long seed, ExampleGallery gallery) {
        this.guide = guide;
        this.checker = new GuideChecker(guide);
        this.gallery = gallery;
        this.random = new Random(seed);
    }

    /** Whether anything can be asked about a guide. */
    public static boolean possible(Guide guide) {
        return guide.rules().stream().anyMatch(QuizDraw::asks);
    }

    private static boolean asks(GuideRule rule) {
        return !rule.examples(true).isEmpty() && !rule.examples(false).isEmpty();
    }

    /**
     * The quiz; blocks for as long as drawing its examples takes.
     *
     * @param asked how many examples at most; fewer where the guide has no more
     */
    public static Quiz draw(Guide guide, int asked, long seed, ExampleGallery gallery) {
        QuizDraw draw = new QuizDraw(guide, seed, gallery);
        return Quiz.of(draw.items(asked));
    }

    private List<GuideExample> items(int asked) {
        List<GuideRule> rules =
                new ArrayList<>(guide.rules().stream().filter(QuizDraw::asks).toList());
        Collections.shuffle(rules, random);
        List<GuideExample> items = new ArrayList<>();
        int before = -1;
        while (items.size() < asked && items.size() > before) {
            before = items.size();
            for (GuideRule rule : rules) {
                if (items.size() < asked) {
                    another(rule, items).ifPresent(items::add);
                }
            }
        }
        Collections.shuffle(items, random);
        return items;
    }

    /** One of the rule's examples that is not there yet, of the kind of which there are fewer. */
    private Optional<GuideExample> another(GuideRule rule, List<GuideExample> items) {
        long good = items.stream().filter(GuideExample::good).count();
        boolean wanted = good * 2 == items.size() ? random.nextBoolean() : good * 2 < items.size();
        List<GuideExample> first = shuffled(rule.examples(wanted));
        first.addAll(shuffled(rule.examples(!wanted)));
        return first.stream()
                .filter(example -> !items.contains(example))
                .filter(example -> sound(rule, example))
                .findFirst();
    }

    private List<GuideExample> shuffled(List<GuideExample> examples) {
        List<GuideExample> order = new ArrayList<>(examples);
        Collections.shuffle(order, random);
        return order;
    }

    /** It can be shown, and its rule judges it rightly where it judges at all. */
    private boolean sound(GuideRule rule, GuideExample example) {
        try {
            Optional<List<Violation>> found =
                    checker.check(rule, gallery.exhibit(example).region());
            return found.isEmpty() || found.get().isEmpty() == example.good();
        } catch (ProblemException noPicture) {
            return false;
        }
    }
}
