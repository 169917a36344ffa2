package sigmark.labeling.store.online;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.online.EventJson;
import sigmark.labeling.online.LogLines;

/**
 * A line with what it adds, or why it adds nothing. Lines do not depend on each other, so many are parsed side by side.
 *
 * @param where file and number of the line
 * @param draft absent when the line is broken
 * @param problems why it is, or what was lost from it
 */
record ParsedLine(String where, String text, Optional<EventDraft> draft, List<Problem> problems) {
    static ParsedLine tooLong(String where) {
        return new ParsedLine(
                where,
                "",
                Optional.empty(),
                List.of(Problem.of("online.line-too-long", where, "most", Integer.toString(LogLines.LONGEST))));
    }

    static ParsedLine of(byte[] bytes, String where) {
        EventJson.Line line;
        try {
            line = EventJson.read(bytes, bytes.length, where);
        } catch (ProblemException broken) {
            return new ParsedLine(where, "", Optional.empty(), List.of(broken.problem()));
        }
        EventDraft draft = EventDraft.of(line.event());
        List<Problem> problems = new ArrayList<>(0);
        if (line.turnedSpans() > 0) {
            problems.add(Problem.of("online.span-turned", where, "count", Integer.toString(line.turnedSpans())));
        }
        if (draft.times().skewed()) {
            problems.add(Problem.of(
                    "online.display-before-capture", where, "id", line.event().requestId()));
        }
        return new ParsedLine(where, new String(bytes, StandardCharsets.UTF_8), Optional.of(draft), problems);
    }
}
