package sigmark.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import sigmark.app.base.settings.AppFolders;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.labeling.edit.Author;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** The project that a command works on, and in whose name. */
public final class ProjectArgument {
    @CommandLine.Parameters(
            index = "0",
            paramLabel = "PROJECT",
            description = "the project's folder or its .sigmark file")
    private Path project = Path.of("");

    @CommandLine.Option(
            names = "--as",
            paramLabel = "NAME",
            description = "who edits; otherwise the name from the settings, else the login name")
    private Optional<String> person = Optional.empty();

    public Path path() {
        return project;
    }

    public ProjectStore open() {
        return ProjectStore.open(project, author());
    }

    public Author author() {
        return author(person);
    }

    public static Author author(Optional<String> person) {
        String name = person.filter(given -> !given.isBlank()).orElseGet(() -> new PreferencesFile(
                        AppFolders.ofMachine().config().resolve("settings.json"))
                .read()
                .person());
        return new Author(name.isBlank() ? System.getProperty("user.name") : name);
    }

    /** A query given on the line, or all. */
    public static SliceQuery query(Optional<String> text) {
        return text.map(SliceQuery::parse).orElse(SliceQuery.ALL);
    }
}
