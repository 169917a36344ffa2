package sigmark.app.cli;

import java.util.Locale;
import picocli.CommandLine;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.pipeline.Pipelines;

/** Which pipeline, on which device. */
public final class PipelineChoice {
    @CommandLine.Option(
            names = "--pipeline",
            paramLabel = "NAME",
            defaultValue = Pipelines.DEFAULT,
            description = "see sigmark models (default ${DEFAULT-VALUE})")
    private String pipeline = Pipelines.DEFAULT;

    @CommandLine.Option(
            names = "--device",
            defaultValue = "auto",
            description = "auto, cpu or cuda; falls back to the CPU and says why (default ${DEFAULT-VALUE})")
    private String device = "auto";

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    public String pipeline() {
        return pipeline;
    }

    public DeviceWish device() {
        return DeviceWish.ofWord(device)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(),
                        "--device takes auto, cpu or cuda, not '%s'".formatted(device.toLowerCase(Locale.ROOT))));
    }
}
