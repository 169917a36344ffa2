package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.Keys;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.packing.PackageOut;
import sigmark.labeling.packing.Rework;
import sigmark.labeling.review.LabelReview;
import sigmark.labeling.review.ReviewOutcome;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** Labels that the guide in force touches, out to those who made them. */
@CommandLine.Command(
        name = "rework",
        description = "Counts labels of older guides that a rule new or changed since then finds wrong, by labeler; "
                + "with --labeler and --to sends that labeler's out as a package.",
        mixinStandardHelpOptions = true)
public final class GuideRework implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--labeler", paramLabel = "NAME", description = "whose labels go out")
    private Optional<String> labeler = Optional.empty();

    @CommandLine.Option(names = "--to", paramLabel = "FILE", description = "the .sigpack to write")
    private Optional<Path> file = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            int version = store.info().guideVersion();
            Guide guide =
                    GuideReader.read(new GuideStore(store).sourceInForce()).guide();
            ReviewOutcome touched =
                    LabelReview.touchedBy(store, guide, version, SliceQuery.ALL, console.progress("check"));
            ObjectNode document = JsonNodeFactory.instance
                    .objectNode()
                    .put("guide", version)
                    .put("regions", touched.broken().size());
            console.say("guide %d touches %,d labels of older guides"
                    .formatted(version, touched.broken().size()));
            ObjectNode byLabeler = document.putObject("byLabeler");
            Rework.regionsByLabeler(touched).forEach((name, count) -> {
                console.say("  %-20s %,6d on %,d pages"
                        .formatted(name, count, Rework.pages(touched, name).size()));
                byLabeler.put(name, count);
            });
            if (labeler.isPresent() && file.isPresent()) {
                PackageOut.Sent sent = Rework.send(
                        store,
                        Keys.ofMachine().out(store),
                        touched,
                        labeler.get(),
                        file.get(),
                        console.progress("package"));
                console.say("wrote %s: %,d of %,d pages"
                        .formatted(
                                file.get(), sent.balance().out(), sent.balance().in()));
                document.put("file", file.get().toString())
                        .put("pages", sent.balance().out());
            }
            return document;
        }
    }
}
