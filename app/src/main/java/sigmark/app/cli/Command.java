package sigmark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** One command. Its options are picocli fields; what it answers goes both to people and, with {@code --json}, to programs. */
public interface Command {
    /**
     * Does the work.
     *
     * @param console where the text for people goes
     * @return the JSON document of the command, written when {@code --json FILE} was given
     * @throws sigmark.inference.work.ProblemException when nothing could be done (exit status 1)
     */
    JsonNode run(Console console);
}
