package sigmark.app.cli.online;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sigmark.app.cli.Console;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.TrialJournal;

/** The trials' own files below a project's folder. */
final class TrialFolders {
    private TrialFolders() {}

    /**
     * Takes a person out of journals, logs and images of all trials, and names the images that lie elsewhere.
     *
     * @param images of the person's requests, relative to the project's folder
     */
    static void erase(Path project, String user, List<String> images, Console console, ObjectNode document) {
        Path trials = project.resolve("trials");
        int gone = 0;
        if (Files.isDirectory(trials)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(trials)) {
                for (Path folder : folders) {
                    if (Files.exists(folder.resolve(TrialJournal.FILE))) {
                        gone += TrialJournal.erase(folder, user);
                    }
                }
            } catch (IOException failed) {
                throw new ProblemException(
                        Problem.of(
                                "serve.not-written", trials.toString(), "reason", String.valueOf(failed.getMessage())),
                        failed);
            }
        }
        console.say("%,d requests taken out of the trials' files".formatted(gone));
        document.put("trialRequests", gone).putArray("images");
        for (String image : images) {
            if (Files.exists(project.resolve(image))) {
                console.say("an image of the person is kept elsewhere, remove it by hand: " + image);
                document.withArray("images").add(image);
            }
        }
    }
}
