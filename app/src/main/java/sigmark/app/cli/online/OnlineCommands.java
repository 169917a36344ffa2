package sigmark.app.cli.online;

import picocli.CommandLine;

/** Groups {@code online import}, {@code online report} and the like. */
public final class OnlineCommands {
    private OnlineCommands() {}

    @CommandLine.Command(
            name = "online",
            description = "What users did with results: logs of trials and of the live service.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Online {}

    /** The group with its commands. */
    public static CommandLine online() {
        return new CommandLine(new Online())
                .addSubcommand(new OnlineImport())
                .addSubcommand(new OnlineReportCommand())
                .addSubcommand(new OnlineAgree())
                .addSubcommand(new OnlineRequests())
                .addSubcommand(new OnlineErase());
    }
}
