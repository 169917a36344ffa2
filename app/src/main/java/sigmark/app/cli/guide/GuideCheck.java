package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.labeling.guide.CheckKinds;
import sigmark.labeling.guide.Finding;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideReading;
import sigmark.labeling.guide.example.ExampleGallery;
import sigmark.labeling.guide.example.RuleTrial;
import sigmark.labeling.review.LabelReview;
import sigmark.labeling.review.ReviewOutcome;
import sigmark.labeling.review.ReviewedRegion;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** Every rule against its own examples, and against the labels. */
@CommandLine.Command(
        name = "check",
        description = "Tries every rule of the guide on its own examples, and runs it over the labels.",
        mixinStandardHelpOptions = true)
public final class GuideCheck implements Command {
    private static final int SHOWN = 40;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--query", paramLabel = "QUERY", description = "pages to look at; otherwise all")
    private Optional<String> query = Optional.empty();

    @CommandLine.Option(
            names = "--touched",
            description = "only labels of older guides that a rule new or changed since then finds wrong")
    private boolean touched;

    @CommandLine.Option(names = "--kinds", description = "also list every kind of check")
    private boolean kinds;

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            int version = store.info().guideVersion();
            GuideReading reading = GuideReader.read(new GuideStore(store).sourceInForce());
            Guide guide = reading.guide();
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            console.say(version == 0 ? "guide that ships (none in force)" : "guide " + version);
            console.say(
                    "%,d rules, %,d checked by program".formatted(guide.rules().size(), guide.executable()));
            document.put("guide", version).put("rules", guide.rules().size()).put("executable", guide.executable());
            ArrayNode problems = document.putArray("problems");
            reading.problems().forEach(problem -> {
                console.say("  " + console.words(problem));
                problems.add(console.words(problem));
            });
            if (kinds) {
                console.say("kinds of checks: " + String.join(" ", CheckKinds.names()));
            }
            examples(console, guide, document);
            SliceQuery pages = query.map(SliceQuery::parse).orElse(SliceQuery.ALL);
            ReviewOutcome outcome = touched
                    ? LabelReview.touchedBy(store, guide, version, pages, console.progress("check"))
                    : LabelReview.review(store, guide, pages, console.progress("check"));
            labels(console, outcome, document);
            return document;
        }
    }

    private static void examples(Console console, Guide guide, ObjectNode document) {
        List<RuleTrial> trials = RuleTrial.all(guide, new ExampleGallery());
        int tried = trials.stream()
                .filter(RuleTrial::checked)
                .mapToInt(trial -> trial.rule().examples().size())
                .sum();
        List<GuideExample> broken =
                trials.stream().flatMap(trial -> trial.broken().stream()).toList();
        console.say("EXAMPLES: %,d of %,d judged rightly".formatted(tried - broken.size(), tried));
        document.put("examples", tried);
        ArrayNode list = document.putArray("brokenExamples");
        broken.forEach(example -> {
            console.say("  judged wrongly: " + example.id());
            list.add(example.id());
        });
        trials.forEach(trial -> trial.problems().forEach(problem -> console.say("  " + console.words(problem))));
    }

    private static void labels(Console console, ReviewOutcome outcome, ObjectNode document) {
        console.say("LABELS: %,d looked at, %,d break a rule"
                .formatted(outcome.regions(), outcome.broken().size()));
        document.put("labels", outcome.regions());
        ObjectNode byRule = document.putObject("byRule");
        outcome.byRule().forEach((rule, count) -> {
            console.say("  %-6s %,6d".formatted(rule, count));
            byRule.put(rule, count);
        });
        ArrayNode list = document.putArray("broken");
        int shown = 0;
        for (ReviewedRegion region : outcome.broken()) {
            if (shown++ < SHOWN) {
                console.say("  %s  %s  %s"
                        .formatted(
                                region.page().name(),
                                String.join(" ", ids(region)),
                                region.region().latex().orElse("–").replace('\n', ' ')));
            }
            ObjectNode node = list.addObject()
                    .put("page", region.page().name())
                    .put("region", region.region().id())
                    .put("latex", region.region().latex().orElse(null))
                    .put("guideVersion", region.region().provenance().guideVersion())
                    .put("labeler", region.region().provenance().person());
            ArrayNode rules = node.putArray("rules");
            ids(region).forEach(rules::add);
        }
        if (outcome.broken().size() > SHOWN) {
            console.say("  … and %,d more; --json FILE lists all"
                    .formatted(outcome.broken().size() - SHOWN));
        }
        ArrayNode leftOut = document.putArray("leftOut");
        outcome.leftOut()
                .forEach(left ->
                        leftOut.addObject().put("item", left.item()).put("reason", console.words(left.reason())));
        outcome.leftOut().forEach(left -> console.say("  " + left.item() + ": " + console.words(left.reason())));
    }

    private static List<String> ids(ReviewedRegion region) {
        return region.findings().stream()
                .map(Finding::rule)
                .map(rule -> rule.id())
                .distinct()
                .toList();
    }
}
