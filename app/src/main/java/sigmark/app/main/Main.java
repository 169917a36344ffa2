package sigmark.app.main;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Words;
import sigmark.app.cli.CommandShell;
import sigmark.app.work.MachineCheck;

/** Where Sigmark starts: with a command on the command line, else with the window. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Optional<List<String>> shown = forWindow(arguments);
        if (shown.isPresent()) {
            window(shown.get().toArray(String[]::new));
        } else {
            System.exit(command(arguments));
        }
    }

    /** What the window is asked to open; empty when the arguments are a command. A double click gives one file's path. */
    static Optional<List<String>> forWindow(String... arguments) {
        if (arguments.length == 0) {
            return Optional.of(List.of());
        }
        if (arguments[0].equals("open-sample")) {
            return Optional.of(List.of(SigmarkApp.SAMPLE));
        }
        return arguments.length == 1 && isForWindow(Path.of(arguments[0]))
                ? Optional.of(List.of(arguments[0]))
                : Optional.empty();
    }

    private static int command(String... arguments) {
        Words words = Words.of(Language.ofMachine(Locale.getDefault()));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new CommandShell(out, err, problem -> (words.what(problem) + " " + words.remedy(problem)).strip())
                .run(arguments);
    }

    private static void window(String... arguments) {
        List<MachineCheck.Finding> missing = new MachineCheck(System.getenv()).missingForTheWindow();
        if (missing.isEmpty()) {
            Application.launch(SigmarkApp.class, arguments);
            return;
        }
        missing.forEach(finding -> System.err.println("sigmark: " + finding.found() + ". " + finding.remedy()));
        if (List.of(arguments).contains(SigmarkApp.SAMPLE)) {
            System.err.println("sigmark: without the window, the same job on the command line instead:");
            System.exit(command("sample"));
        }
        System.exit(1);
    }

    private static boolean isForWindow(Path path) {
        return ProjectFiles.isProject(path) || ProjectFiles.isPackage(path) || Files.isDirectory(path);
    }
}
