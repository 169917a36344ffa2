package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Runs one command line. Exit status 0: the command finished, even if single items failed (they are listed and counted);
 * 1: nothing could be done; 2: the line itself is wrong.
 */
public final class CommandShell {
    static final int FINISHED = 0;
    static final int NOTHING_DONE = 1;
    static final int USAGE = 2;

    private static final Logger LOG = Logger.getLogger(CommandShell.class.getName());
    private static final String JSON_OPTION = "--json";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Console console;

    public CommandShell(PrintWriter out, PrintWriter err, Console.ProblemText problems) {
        this.out = out;
        this.err = err;
        this.console = new Console(out, err, problems);
    }

    /** Runs the line and gives the exit status. */
    public int run(String... arguments) {
        QuietLibraries.quiet();
        try {
            JsonLine line = JsonLine.of(arguments);
            CommandLine commands = CommandList.build();
            commands.setOut(out).setErr(err);
            CommandLine.ParseResult parsed = commands.parseArgs(line.rest());
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) {
                return FINISHED;
            }
            List<CommandLine> chain = parsed.asCommandLineList();
            CommandLine last = chain.get(chain.size() - 1);
            if (!(last.getCommand() instanceof Command command)) {
                last.usage(err);
                return USAGE;
            }
            JsonNode document = command.run(console);
            line.json().ifPresent(file -> write(document, file));
            return FINISHED;
        } catch (CommandLine.ParameterException wrong) {
            err.println("sigmark: " + wrong.getMessage());
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("See: sigmark " + helpPath(wrong.getCommandLine()) + "--help");
            return USAGE;
        } catch (ProblemException problem) {
            err.println("sigmark: " + console.words(problem.problem()));
            return NOTHING_DONE;
        } catch (RuntimeException | Error unexpected) {
            LOG.log(Level.SEVERE, "command failed: " + String.join(" ", arguments), unexpected);
            err.println("sigmark: an error of Sigmark itself: " + unexpected
                    + ". Please report it with the lines above; nothing half-done was kept.");
            return NOTHING_DONE;
        } finally {
            console.flush();
        }
    }

    private static String helpPath(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName(" ");
        int blank = name.indexOf(' ');
        return blank < 0 ? "" : name.substring(blank + 1) + " ";
    }

    /** Written beside and then swapped in, so that a reader never sees half a document. */
    private static void write(JsonNode document, Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
            try {
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(part.toFile(), document);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("cli.json-not-written", file.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    /** The line without {@code --json FILE}, which may stand anywhere on it. */
    private record JsonLine(Optional<Path> json, String[] rest) {
        static JsonLine of(String[] arguments) {
            List<String> rest = new ArrayList<>();
            Optional<Path> json = Optional.empty();
            for (int i = 0; i < arguments.length; i++) {
                String argument = arguments[i];
                if (argument.equals(JSON_OPTION)) {
                    if (i + 1 == arguments.length) {
                        throw new CommandLine.ParameterException(
                                CommandList.build(), "--json needs the name of a file to write");
                    }
                    json = Optional.of(Path.of(arguments[++i]));
                } else if (argument.startsWith(JSON_OPTION + "=")) {
                    json = Optional.of(Path.of(argument.substring(JSON_OPTION.length() + 1)));
                } else {
                    rest.add(argument);
                }
            }
            return new JsonLine(json, rest.toArray(String[]::new));
        }
    }
}
