package sigmark.app.cli.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.delivery.file.SigningKey;

@CommandLine.Command(
        name = "inspect",
        description = "Says what a package file is, who signed it, and whether it is whole. Opens nothing.",
        mixinStandardHelpOptions = true)
final class PackageShow implements Command {
    @CommandLine.Parameters(paramLabel = "FILE", description = "a .sigpack")
    private Path file = Path.of("");

    @Override
    public JsonNode run(Console console) {
        try (PackageReader reader = new PackageReader(file)) {
            reader.verify(console.progress("check"));
            Manifest manifest = reader.manifest();
            WorkPackage work = manifest.work();
            String fingerprint = SigningKey.fingerprint(manifest.signer());
            boolean back = manifest.kind() == Manifest.Kind.RETURN;
            console.say(
                    (back
                            ? "return %d of package “%s”".formatted(manifest.handIn(), work.name())
                            : "package “%s”, round %d".formatted(work.name(), work.round())));
            console.say("project    " + work.projectName());
            console.say("labeler    " + work.labeler() + (work.vendor().isEmpty() ? "" : ", " + work.vendor()));
            console.say("guide      " + work.guideVersion());
            console.say("sent       " + work.sentAt());
            console.say("deadline   " + work.deadline().map(LocalDate::toString).orElse("none"));
            console.say("signed by  " + fingerprint
                    + ", signature and %,d entries are whole"
                            .formatted(manifest.entries().size()));
            ObjectNode node = PackageText.json(work);
            node.put("kind", back ? "return" : "work").put("fingerprint", fingerprint);
            return node.put("handIn", manifest.handIn())
                    .put("entries", manifest.entries().size());
        }
    }
}
