package sigmark.app.cli.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.work.GuideFiles;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.guide.GuideStore;

/** The guide as a file to read, or as the texts that it is written in. */
@CommandLine.Command(
        name = "export",
        description = "Writes the guide as one self-contained HTML or PDF file, or its sources into a folder.",
        mixinStandardHelpOptions = true)
public final class GuideExport implements Command {
    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "FILE.html, FILE.pdf or a folder")
    private Path out = Path.of("");

    @CommandLine.Option(names = "--language", paramLabel = "ko|en", description = "otherwise the machine's")
    private Optional<String> language = Optional.empty();

    @CommandLine.Option(names = "--guide", paramLabel = "VERSION", description = "otherwise the one in force")
    private Optional<Integer> version = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        try (ProjectStore store = project.open()) {
            GuideStore guides = new GuideStore(store);
            Optional<GuideVersion> chosen = version.isPresent() ? guides.version(version.get()) : guides.current();
            if (version.isPresent() && chosen.isEmpty()) {
                throw new ProblemException(
                        Problem.of("guide.no-version", version.get().toString()));
            }
            GuideSource source = chosen.map(GuideVersion::source).orElseGet(guides::sourceInForce);
            Language words =
                    language.flatMap(Language::ofCode).orElseGet(() -> Language.ofMachine(Locale.getDefault()));
            write(source, chosen, Words.of(words));
            console.say("wrote " + out);
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("file", out.toString())
                    .put("guide", chosen.map(GuideVersion::version).orElse(0))
                    .put("language", words.code());
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("cli.not-written", out.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private void write(GuideSource source, Optional<GuideVersion> version, Words words) throws IOException {
        String name = out.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            GuideFiles.writeHtml(source, version, words, out);
        } else if (name.endsWith(".pdf")) {
            GuideFiles.writePdf(source, version, words, out);
        } else {
            Files.createDirectories(out);
            GuideFiles.writeSources(source, out);
        }
    }
}
