package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.work.MachineCheck;
import sigmark.app.work.ProjectCheck;

@CommandLine.Command(
        name = "doctor",
        description = "Says what is wrong with this machine, or with a project, and how to mend it.",
        mixinStandardHelpOptions = true)
final class Doctor implements Command {
    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "PROJECT",
            description = "a project's folder or its .sigmark file; otherwise the machine is looked at")
    private Optional<Path> project = Optional.empty();

    @Override
    public JsonNode run(Console console) {
        List<MachineCheck.Finding> findings = project.isPresent()
                ? new ProjectCheck(project.get()).findings(console.progress("doctor"))
                : new MachineCheck(System.getenv()).findings(Path.of(System.getProperty("user.home")));
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        boolean ready = true;
        var list = document.putArray("findings");
        for (MachineCheck.Finding finding : findings) {
            console.say("%-8s %s  %s".formatted(finding.name(), mark(finding.standing()), finding.found()));
            if (!finding.remedy().isEmpty()) {
                console.say("            " + finding.remedy());
            }
            ready &= finding.standing() != MachineCheck.Standing.BAD;
            list.addObject()
                    .put("name", finding.name())
                    .put(
                            "standing",
                            finding.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("found", finding.found())
                    .put("remedy", finding.remedy());
        }
        document.put("ready", ready);
        console.say(ready ? "ready" : "not ready: mend what is marked above");
        return document;
    }

    private static String mark(MachineCheck.Standing standing) {
        return switch (standing) {
            case GOOD -> "ok     ";
            case MISSING_BUT_OPTIONAL -> "missing";
            case BAD -> "BAD    ";
        };
    }
}
