package sigmark.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import picocli.CommandLine;
import sigmark.inference.run.RunEnvironment;

/** What every measurement says of the machine it was made on, and how it writes its numbers. */
final class BenchText {
    private BenchText() {}

    /** Starts a document with the machine in it, and says the machine. */
    static ObjectNode start(Console console, String benchmark, RunEnvironment machine) {
        console.say("%s, %d cores, %.1f GiB, %s, %s, Sigmark %s"
                .formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memoryBytes() / (double) (1L << 30),
                        machine.operatingSystem(),
                        machine.java(),
                        machine.sigmark()));
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("benchmark", benchmark);
        RunText.environment(document, machine);
        document.put("heapLimitBytes", Runtime.getRuntime().maxMemory());
        return document;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.2f" : "%,.0f", value);
    }

    /** Refuses what cannot be measured, as a wrong line. */
    static void atLeast(CommandLine.Model.CommandSpec command, String option, double value, double least) {
        if (!(value >= least)) {
            throw new CommandLine.ParameterException(
                    command.commandLine(),
                    "%s takes at least %s, not %s".formatted(option, number(least), number(value)));
        }
    }
}
