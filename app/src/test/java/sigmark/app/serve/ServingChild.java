package sigmark.app.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process of its own that serves until it is killed; writes its port to a file. */
final class ServingChild {
    private ServingChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        TrialSettings settings = TrialSettings.local(folder, "trials/trial", 0).limited(1 << 20, 4_000_000, 10_000);
        TrialServer server = TrialServer.start(settings, List.of(new FixedMachine("default 1")), Clock.systemUTC());
        Files.writeString(Path.of(arguments[1] + ".part"), Integer.toString(server.port()));
        Files.move(Path.of(arguments[1] + ".part"), Path.of(arguments[1]));
        new CountDownLatch(1).await();
    }
}
