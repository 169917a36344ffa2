package sigmark.app.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import picocli.CommandLine;
import sigmark.app.cli.candidate.CompareRuns;
import sigmark.app.cli.candidate.KeepVerdict;
import sigmark.app.cli.delivery.DeliveryCommands;
import sigmark.app.cli.guide.GuideCheck;
import sigmark.app.cli.guide.GuideCompare;
import sigmark.app.cli.guide.GuideExport;
import sigmark.app.cli.guide.GuidePublish;
import sigmark.app.cli.guide.GuideQuiz;
import sigmark.app.cli.guide.GuideRework;
import sigmark.app.cli.latex.SpellLatex;
import sigmark.app.cli.online.OnlineCommands;
import sigmark.app.cli.online.Serve;
import sigmark.app.cli.online.VocCommands;
import sigmark.app.cli.service.JudgeRun;
import sigmark.app.cli.service.PlanCapacity;
import sigmark.app.cli.service.PlanData;
import sigmark.app.cli.service.PutLoad;
import sigmark.app.cli.service.ReleaseRun;
import sigmark.app.cli.service.Requirements;
import sigmark.app.cli.service.ShowDesign;
import sigmark.app.cli.train.TrainCommands;
import sigmark.app.work.BuildInfo;

/** The one list that names every command; a command that is not finished does not appear here. */
final class CommandList {
    private CommandList() {}

    @CommandLine.Command(
            name = "sigmark",
            description = "Label formulas on page images, run recognition pipelines, see where and why they fail.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Every command prints text, and with --json FILE (anywhere on the line) writes one JSON document.",
                "Without arguments the window opens."
            },
            mixinStandardHelpOptions = true,
            versionProvider = Version.class)
    static final class Root {}

    /** Groups {@code score latex}, {@code score boxes}. */
    @CommandLine.Command(
            name = "score",
            description = "Scores predictions against truth, from files.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Score {}

    /** Groups {@code bench store}, {@code bench metrics}, {@code bench pipeline}, {@code bench ui}. */
    @CommandLine.Command(
            name = "bench",
            description = "Measures how fast Sigmark is on this machine.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Bench {}

    /** Groups {@code guide check}, {@code guide export}, {@code guide diff}, {@code guide publish}, {@code guide quiz},
     * {@code guide rework}. */
    @CommandLine.Command(
            name = "guide",
            description = "Checks, exports, compares and publishes the work guide.",
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true)
    static final class Guide {}

    static CommandLine build() {
        var root = new CommandLine(new Root());
        root.addSubcommand(
                new CommandLine(new Score()).addSubcommand(new ScoreLatex()).addSubcommand(new ScoreBoxes()));
        root.addSubcommand(new CommandLine(new Bench())
                .addSubcommand(new BenchStore())
                .addSubcommand(new BenchMetrics())
                .addSubcommand(new BenchPipeline())
                .addSubcommand(new BenchUi())
                .addSubcommand(new BenchPackages()));
        root.addSubcommand(OnlineCommands.online());
        root.addSubcommand(VocCommands.voc());
        TrainCommands.all().forEach(each -> root.addSubcommand(each));
        DeliveryCommands.all().forEach(root::addSubcommand);
        root.addSubcommand(new CommandLine(new Guide())
                .addSubcommand(new GuideCheck())
                .addSubcommand(new GuideExport())
                .addSubcommand(new GuideCompare())
                .addSubcommand(new GuidePublish())
                .addSubcommand(new GuideQuiz())
                .addSubcommand(new GuideRework()));
        root.addSubcommand(new Serve());
        root.addSubcommand(new SpellLatex());
        for (Object command : List.of(
                new NewProject(),
                new Import(),
                new Export(),
                new SplitPages(),
                new TagPages(),
                new History(),
                new Backup(),
                new RunPipeline(),
                new Evaluate(),
                new WriteReport(),
                new CompareRuns(),
                new KeepVerdict(),
                new Recognize(),
                new Statistics(),
                new Requirements(),
                new ShowDesign(),
                new PlanData(),
                new JudgeRun(),
                new ReleaseRun(),
                new PutLoad(),
                new PlanCapacity(),
                new Models(),
                new SampleTour(),
                new Doctor())) {
            root.addSubcommand(command);
        }
        // picocli turns words into Optional only; last, so that every command has them
        root.registerConverter(OptionalLong.class, text -> OptionalLong.of(Long.parseLong(text)));
        root.registerConverter(OptionalInt.class, text -> OptionalInt.of(Integer.parseInt(text)));
        root.registerConverter(OptionalDouble.class, text -> OptionalDouble.of(Double.parseDouble(text)));
        return root.setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"sigmark " + BuildInfo.version()};
        }
    }
}
