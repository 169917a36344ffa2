package sigmark.app.cli.train;

import java.util.List;
import picocli.CommandLine;

/** The commands of this package, for the list of all. */
public final class TrainCommands {
    private TrainCommands() {}

    /** Each with its own name. */
    public static List<CommandLine> all() {
        return List.of(new CommandLine(new Synthesize()));
    }
}
