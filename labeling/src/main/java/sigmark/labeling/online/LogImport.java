package sigmark.labeling.online;

import java.time.Instant;
import java.util.List;
import sigmark.inference.work.LeftOut;

/** One import of a log, with its balance: lines in, requests taken, and what was left out and why. */
public record LogImport(String file, Instant at, String person, long lines, long taken, List<LeftOut> leftOut) {
    public LogImport {
        leftOut = List.copyOf(leftOut);
    }
}
