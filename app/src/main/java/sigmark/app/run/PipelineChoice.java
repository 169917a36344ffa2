package sigmark.app.run;

import java.util.Optional;
import sigmark.inference.work.Problem;

/**
 * A pipeline that can be chosen.
 *
 * @param title name and version
 * @param detector model name; absent when it reads given boxes only
 * @param recognizer model name; with a classifier the way through it
 * @param missing why it cannot run; absent when it can
 */
public record PipelineChoice(
        String name, String title, Optional<String> detector, String recognizer, Optional<Problem> missing) {}
