package sigmark.app.cli.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.analysis.capacity.CapacityPlan;
import sigmark.analysis.capacity.LoadFigures;
import sigmark.analysis.capacity.ResponseModel;
import sigmark.analysis.capacity.ServiceProfile;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.requirement.MachineProfile;
import sigmark.labeling.requirement.ServingPlace;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** Machines for a rate within a time: {@code sigmark capacity}. */
@CommandLine.Command(
        name = "capacity",
        description = "Machines that hold a rate within a time, and what each of the three ways to more would bring.",
        mixinStandardHelpOptions = true)
public final class PlanCapacity implements Command {
    @CommandLine.Option(
            names = "--profile",
            required = true,
            paramLabel = "FILE",
            description = "what sigmark bench pipeline --json FILE wrote, here or on another machine")
    private Path profile = Path.of("");

    @CommandLine.Option(names = "--qps", required = true, description = "requests a second at the peak")
    private double qps;

    @CommandLine.Option(
            names = "--p95",
            required = true,
            paramLabel = "MS",
            description = "milliseconds that p95 must keep")
    private double p95;

    @CommandLine.Option(
            names = "--cap",
            defaultValue = "0.8",
            description = "utilization not to exceed (default ${DEFAULT-VALUE})")
    private double cap = 0.8;

    @CommandLine.Option(
            names = "--load",
            paramLabel = "FILE",
            description = "a sigmark load to hold the prediction against")
    private Optional<Path> load = Optional.empty();

    @CommandLine.Option(names = "--keep", paramLabel = "PROJECT", description = "keeps the profile in that project")
    private Optional<Path> keep = Optional.empty();

    @CommandLine.Option(
            names = "--place",
            defaultValue = "local-cpu",
            description = "with --keep: mobile, local-cpu, local-gpu, cloud-cpu or cloud-gpu")
    private String place = "local-cpu";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        CapacityPlan.Target target;
        try {
            target = new CapacityPlan.Target(qps, p95, 950, cap);
        } catch (IllegalArgumentException wrong) {
            throw new CommandLine.ParameterException(command.commandLine(), wrong.getMessage(), wrong);
        }
        String json = text(profile);
        String name = profile.getFileName().toString().replaceFirst("\\.json$", "");
        ServiceProfile service = ServiceProfile.read(json, name);
        CapacityPlan plan = CapacityPlan.of(service, target);
        say(console, service, plan);
        ObjectNode document = plan.json();
        document.put("profile", service.name())
                .put("madeByHand", service.byHand())
                .put("serviceMeanMs", service.meanMillis())
                .put("serviceVariation", service.variation())
                .put("shape", service.shape().name().toLowerCase(Locale.ROOT));
        load.ifPresent(file -> compare(console, service, LoadFigures.read(text(file)), document));
        keep.ifPresent(project -> keep(service, json, project));
        return document;
    }

    private void keep(ServiceProfile service, String json, Path project) {
        ServingPlace where = ServingPlace.ofWord(place)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        command.commandLine(), "--place does not know '%s'".formatted(place)));
        try (ProjectStore store = ProjectStore.open(project, ProjectArgument.author(Optional.empty()))) {
            new ServiceStore(store).keep(new MachineProfile(service.name(), where, service.byHand(), json));
        }
    }

    private static void say(Console console, ServiceProfile service, CapacityPlan plan) {
        console.say(String.format(
                Locale.ROOT,
                "profile %s%s: %.1f ms a request on average (variation %.2f, %s), %d at once on a machine",
                service.name(),
                service.byHand() ? ", made by hand" : "",
                service.meanMillis(),
                service.variation(),
                service.shape().name().toLowerCase(Locale.ROOT),
                service.copies()));
        if (plan.machines().isPresent()) {
            console.say(String.format(
                    Locale.ROOT,
                    "%d machines hold %.1f requests a second: utilization %.0f %%, p95 %.1f ms of %.1f ms; add one to"
                            + " lose one",
                    plan.machines().getAsInt(),
                    plan.target().qps(),
                    100 * plan.utilization(),
                    plan.percentileMillis(),
                    plan.target().boundMillis()));
        } else {
            console.say(console.words(Problem.of("capacity.service-alone", service.name())));
        }
        for (CapacityPlan.Lever lever : plan.levers()) {
            CapacityPlan.Point first = lever.points().get(0);
            CapacityPlan.Point last = lever.points().get(lever.points().size() - 1);
            console.say(String.format(
                    Locale.ROOT,
                    "%-10s %6.2f holds %8.2f/s … %6.2f holds %8.2f/s; limit %.2f",
                    lever.way().word(),
                    first.value(),
                    first.qps(),
                    last.value(),
                    last.qps(),
                    lever.limit()));
        }
    }

    /** The model's p95 beside the measured one, rate by rate, for the servers that the load was put on. */
    private static void compare(Console console, ServiceProfile service, LoadFigures figures, ObjectNode document) {
        ArrayNode rows = document.putArray("predicted");
        for (LoadFigures.StepFigures step : figures.steps()) {
            double predicted = new ResponseModel(service, step.offeredRate(), service.copies()).percentileMillis(950);
            double measured = step.percentile(950).orElse(Double.NaN);
            ObjectNode row = rows.addObject().put("offeredRate", step.offeredRate());
            if (Double.isFinite(predicted)) {
                row.put("p95Ms", predicted);
            } else {
                row.putNull("p95Ms");
            }
            if (Double.isFinite(measured)) {
                row.put("measuredP95Ms", measured);
            }
            console.say(String.format(
                    Locale.ROOT,
                    "at %.2f/s predicted p95 %s, measured %.1f ms",
                    step.offeredRate(),
                    Double.isFinite(predicted) ? String.format(Locale.ROOT, "%.1f ms", predicted) : "without end",
                    measured));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    Problem.of(
                            "capacity.no-profile", file.toString(), "reason", String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }
}
