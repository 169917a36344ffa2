package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.GuideFiles;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.ShippedGuide;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** Puts a guide into force. */
@CommandLine.Command(
        name = "publish",
        description = "Puts a guide into force as the next version: the sources in a folder, or the guide that ships.",
        mixinStandardHelpOptions = true)
public final class GuidePublish implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--from",
            paramLabel = "FOLDER",
            description = "rules.yaml, guide_ko.md, guide_en.md as export writes them; otherwise the guide that ships")
    private Optional<Path> from = Optional.empty();

    @CommandLine.Option(names = "--note", paramLabel = "TEXT", description = "what changed")
    private String note = "";

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            GuideSource source = from.isPresent() ? GuideFiles.readSources(from.get()) : ShippedGuide.source();
            GuideVersion published = new GuideStore(store).publish(source, note);
            console.say("guide " + published.version() + " is in force");
            return JsonNodeFactory.instance.objectNode().put("guide", published.version());
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of(
                            "guide.no-sources",
                            from.map(Path::toString).orElse(""),
                            "reason",
                            String.valueOf(failed.getMessage())),
                    failed);
        }
    }
}
