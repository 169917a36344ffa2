package sigmark.labeling.guide;

import java.util.List;
import sigmark.inference.work.Problem;

/** What came of reading a guide: what could be read, and everything that a person should mend. */
public record GuideReading(Guide guide, List<Problem> problems) {
    public GuideReading {
        problems = List.copyOf(problems);
    }
}
