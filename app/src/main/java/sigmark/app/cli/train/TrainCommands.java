package sigmark.app.cli.train;

import java.util.List;
import picocli.CommandLine;

/** The commands of this package, for the list of all. */
public final class TrainCommands {
    private TrainCommands() {}

    /** Groups {@code train recognizer}, {@code train detector}. */
    @CommandLine.Command(
            name = "train",
            description = "Trains models; needs PyTorch (sigmark doctor says whether it is there).",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Train {}

    /** Each with its own name. */
    public static List<CommandLine> all() {
        return List.of(
                new CommandLine(new Synthesize()),
                new CommandLine(new Train())
                        .addSubcommand(new TrainRecognizerCommand())
                        .addSubcommand(new TrainDetectorCommand()),
                new CommandLine(new IterateCommand()));
    }
}
