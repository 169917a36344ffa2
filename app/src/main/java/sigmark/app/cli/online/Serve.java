package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import sigmark.app.cli.Command;
import sigmark.app.cli.Console;
import sigmark.app.cli.ProjectArgument;
import sigmark.app.serve.PipelineTrialMachine;
import sigmark.app.serve.TrialMachine;
import sigmark.app.serve.TrialServer;
import sigmark.app.serve.TrialSettings;
import sigmark.app.work.Installation;
import sigmark.inference.model.Device;
import sigmark.inference.model.DeviceWish;
import sigmark.inference.pipeline.PipelineDescription;
import sigmark.inference.pipeline.Pipelines;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.TrialJournal;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.service.ServiceStore;

/** Serves a trial until Ctrl-C; what happened is then brought into the project, unless somebody has it open. */
@CommandLine.Command(
        name = "serve",
        description =
                "Serves a field trial: a page on which people photograph formulas and mend what was read. For this "
                        + "machine only unless --network is given.",
        mixinStandardHelpOptions = true)
public final class Serve implements Command {
    private static final int CODE_RANGE = 100_000_000;

    @CommandLine.Mixin
    private ProjectArgument project = new ProjectArgument();

    @CommandLine.Option(names = "--release", paramLabel = "NAME", description = "a release; two share the users")
    private List<String> releases = new ArrayList<>();

    @CommandLine.Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "a pipeline, when nothing is released; two share the users")
    private List<String> pipelines = new ArrayList<>();

    @CommandLine.Option(names = "--trial", defaultValue = "trial", description = "its folder below trials")
    private String trial = "trial";

    @CommandLine.Option(names = "--port", defaultValue = "8321", description = "0 for any (default ${DEFAULT-VALUE})")
    private int port = 8321;

    @CommandLine.Option(names = "--network", description = "other machines may come, with a pairing code")
    private boolean network;

    @CommandLine.Option(names = "--certificate", paramLabel = "FILE.p12", description = "encrypts the line")
    private Optional<Path> certificate = Optional.empty();

    @CommandLine.Option(names = "--password-file", paramLabel = "FILE", description = "of the certificate")
    private Optional<Path> passwordFile = Optional.empty();

    @CommandLine.Option(names = "--seconds", paramLabel = "S", description = "stop after so long")
    private Optional<Long> seconds = Optional.empty();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public JsonNode run(Console console) {
        if (!trial.matches("[\\w.-]{1,60}") || trial.startsWith(".")) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--trial takes a plain name");
        }
        Path folder;
        List<String> names = new ArrayList<>(pipelines);
        try (ProjectStore store = ProjectStore.openReadOnly(project.path(), project.author())) {
            folder = store.files().folder().resolve("trials").resolve(trial);
            releases.forEach(release -> names.add(pipelineOf(store, release)));
        }
        if (names.isEmpty()) {
            names.add(Pipelines.DEFAULT);
        }
        TrialSettings settings = settings(folder);
        try (TrialServer server = TrialServer.start(settings, machines(names), Clock.systemUTC())) {
            say(console, server, settings);
            await();
        }
        return imported(console, folder);
    }

    /** Name of the released pipeline among those installed. */
    private static String pipelineOf(ProjectStore store, String release) {
        String title = new ServiceStore(store).release(release).record().pipeline();
        return Installation.pipelines().list().stream()
                .filter(description -> description.title().equals(title))
                .map(PipelineDescription::name)
                .findFirst()
                .orElse(title);
    }

    private static List<TrialMachine> machines(List<String> names) {
        Pipelines installed = Installation.pipelines();
        List<TrialMachine> machines = new ArrayList<>();
        for (String name : names) {
            machines.add(new PipelineTrialMachine(installed.open(name, Device.choose(DeviceWish.AUTO))));
        }
        return machines;
    }

    private TrialSettings settings(Path folder) {
        TrialSettings settings = TrialSettings.local(folder, "trials/" + trial, port);
        String code = "%08d".formatted(new SecureRandom().nextInt(CODE_RANGE));
        return network ? settings.onNetwork(code, certificate, password()) : settings;
    }

    private String password() {
        try {
            return passwordFile.isPresent()
                    ? Files.readString(passwordFile.get()).strip()
                    : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void say(Console console, TrialServer server, TrialSettings settings) {
        console.note("trial at " + server.address() + "   (Ctrl-C ends it)");
        if (settings.network()) {
            console.note("pairing code: " + settings.code());
            addresses()
                    .forEach(address -> console.note("on the network: " + (settings.encrypted() ? "https" : "http")
                            + "://" + address + ":" + server.port() + "/"));
            console.note(
                    settings.encrypted()
                            ? "the line is encrypted with your certificate"
                            : "the line is NOT encrypted: others on the network can read along");
        }
    }

    private static List<String> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.isSiteLocalAddress() && address.getAddress().length == 4)
                    .map(InetAddress::getHostAddress)
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private void await() {
        CountDownLatch end = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Thread hook = new Thread(() -> {
            end.countDown();
            try {
                main.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            if (seconds.isPresent()) {
                if (!end.await(seconds.get(), TimeUnit.SECONDS)) {
                    Runtime.getRuntime().removeShutdownHook(hook);
                }
            } else {
                end.await();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode imported(Console console, Path folder) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("trial", folder.toString());
        try {
            document.put("log", TrialJournal.fold(folder).toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try (ProjectStore store = project.open()) {
            document.set("import", OnlineImport.imported(console, store, folder));
        } catch (ProblemException open) {
            console.note(console.words(open.problem()));
            console.note("bring it in later: sigmark online import PROJECT " + folder);
        }
        return document;
    }
}
