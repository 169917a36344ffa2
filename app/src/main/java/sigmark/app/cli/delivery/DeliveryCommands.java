package sigmark.app.cli.delivery;

import java.util.List;
import picocli.CommandLine;

/** Groups {@code package out}, {@code question list}, {@code inspect begin} and the like. */
public final class DeliveryCommands {
    private DeliveryCommands() {}

    @CommandLine.Command(
            name = "package",
            description = "Work packages: out to labelers, back, out again.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Packages {}

    @CommandLine.Command(
            name = "question",
            description = "Labelers' questions and their answers.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Questions {}

    @CommandLine.Command(
            name = "inspect",
            description = "Acceptance of a package by inspecting a random sample.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Inspections {}

    /** The groups and commands with all that is below them. */
    public static List<Object> all() {
        return List.of(
                new CommandLine(new Packages())
                        .addSubcommand(new PackageSend())
                        .addSubcommand(new PackageAgain())
                        .addSubcommand(new PackageShow())
                        .addSubcommand(new PackageMerge())
                        .addSubcommand(new PackageOpen())
                        .addSubcommand(new PackageReturn())
                        .addSubcommand(new PackageGold())
                        .addSubcommand(new PackageList()),
                new CommandLine(new Questions())
                        .addSubcommand(new QuestionList())
                        .addSubcommand(new QuestionAsk())
                        .addSubcommand(new QuestionAnswer()),
                new CommandLine(new Inspections())
                        .addSubcommand(new InspectCheck())
                        .addSubcommand(new InspectBegin())
                        .addSubcommand(new InspectJudge())
                        .addSubcommand(new InspectDecide()),
                new Quality());
    }
}
