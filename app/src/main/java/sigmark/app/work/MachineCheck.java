package sigmark.app.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What of this machine Sigmark needs, whether it is there, and what to do where it is not. */
public final class MachineCheck {
    private static final int OLDEST_JAVA = 17;
    private static final long LEAST_DISK = 2L << 30;
    private static final long LEAST_MEMORY = 2L << 30;
    /** Described by the jar with PyTorch's native libraries, which the program's own package leaves out. */
    private static final String PYTORCH = "native/lib/pytorch.properties";

    private static final String GTK = "libgtk-3.so.0";

    private final Map<String, String> environment;

    /** How a checked thing stands. */
    public enum Standing {
        GOOD,
        MISSING_BUT_OPTIONAL,
        BAD
    }

    /**
     * One checked thing.
     *
     * @param name short and stable, such as {@code display}
     * @param found what is there
     * @param remedy what to do; empty when all is well
     */
    public record Finding(String name, Standing standing, String found, String remedy) {}

    /** @param environment variables of the process, for {@code DISPLAY} and its kin */
    public MachineCheck(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** All findings, in the order in which a person would mend them. */
    public List<Finding> findings(Path dataFolder) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(disk(dataFolder));
        findings.add(display());
        findings.add(gtk());
        findings.add(training(MachineCheck.class.getClassLoader()));
        return findings;
    }

    /** What keeps the window from opening; empty when it can open. */
    public List<Finding> missingForTheWindow() {
        return List.of(display(), gtk()).stream()
                .filter(finding -> finding.standing() != Standing.GOOD)
                .toList();
    }

    private static Finding java() {
        int feature = Runtime.version().feature();
        String found = "Java " + Runtime.version();
        return feature >= OLDEST_JAVA
                ? good("java", found)
                : new Finding("java", Standing.BAD, found, "Install openjdk-17-jdk or newer and set JAVA_HOME to it.");
    }

    private static Finding memory() {
        long max = Runtime.getRuntime().maxMemory();
        String found = "%,d MiB for Sigmark".formatted(max >> 20);
        return max >= LEAST_MEMORY * 9 / 10
                ? good("memory", found)
                : new Finding(
                        "memory",
                        Standing.MISSING_BUT_OPTIONAL,
                        found,
                        "Large pages may not open. Set SIGMARK_JAVA_OPTIONS=-Xmx4g where the machine has the memory.");
    }

    private static Finding disk(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        long free = existing.toFile().getUsableSpace();
        String found = "%,d MiB free at %s".formatted(free >> 20, existing);
        return free >= LEAST_DISK
                ? good("disk", found)
                : new Finding("disk", Standing.BAD, found, "Free some space: edits are refused when none is left.");
    }

    private Finding display() {
        if (!onLinux()) {
            return good("display", System.getProperty("os.name"));
        }
        String x = environment.getOrDefault("DISPLAY", "");
        String wayland = environment.getOrDefault("WAYLAND_DISPLAY", "");
        if (x.isBlank()) {
            return new Finding(
                    "display",
                    Standing.MISSING_BUT_OPTIONAL,
                    wayland.isBlank() ? "no display (DISPLAY is not set)" : "Wayland without X (DISPLAY is not set)",
                    "The window needs an X display: log in to a desktop, use ssh -X, or start under xvfb-run.");
        }
        return good("display", "DISPLAY=" + x);
    }

    private static Finding gtk() {
        if (!onLinux()) {
            return good("gtk", "not needed here");
        }
        for (Path folder : libraryFolders()) {
            if (Files.exists(folder.resolve(GTK))) {
                return good("gtk", folder.resolve(GTK).toString());
            }
        }
        return new Finding(
                "gtk",
                Standing.MISSING_BUT_OPTIONAL,
                GTK + " not found",
                "The window needs GTK 3: apt-get install libgtk-3-0");
    }

    /** Whether PyTorch is there to train with. */
    public static boolean canTrain() {
        return training(MachineCheck.class.getClassLoader()).standing() == Standing.GOOD;
    }

    /** @param libraries where PyTorch is looked for; nothing of it is loaded */
    static Finding training(ClassLoader libraries) {
        return libraries.getResource(PYTORCH) != null
                ? good("training", "PyTorch is installed")
                : new Finding(
                        "training",
                        Standing.MISSING_BUT_OPTIONAL,
                        "PyTorch is not installed",
                        "Only training needs it: install the package sigmark-training beside sigmark.");
    }

    private static List<Path> libraryFolders() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return List.of(
                Path.of("/usr/lib/" + architecture + "-linux-gnu"),
                Path.of("/lib/" + architecture + "-linux-gnu"),
                Path.of("/usr/lib64"),
                Path.of("/usr/lib"),
                Path.of("/usr/local/lib"));
    }

    private static boolean onLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static Finding good(String name, String found) {
        return new Finding(name, Standing.GOOD, found, "");
    }
}
