package sigmark.app.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.plan.LearningPoint;
import sigmark.labeling.requirement.PipelineModule;

/**
 * Results of trainings as JSON Lines, one training a line: {@code {"curve","module","slice","samples","seed","error",
 * "testSamples","how"}}.
 */
public final class LearningPoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LearningPoints() {}

    /** @throws ProblemException {@code requirement.bad-value} with the line */
    public static List<LearningPoint> read(String lines, String name) {
        List<LearningPoint> points = new ArrayList<>();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                points.add(point(line, name + ":" + number));
            }
        }
        return points;
    }

    private static LearningPoint point(String line, String where) {
        try {
            JsonNode node = JSON.readTree(line);
            return new LearningPoint(
                    node.path("curve").asText(),
                    PipelineModule.ofWord(node.path("module").asText())
                            .orElseThrow(() -> new IllegalArgumentException("module")),
                    node.path("slice").asText(),
                    node.path("samples").asLong(),
                    node.path("seed").asLong(),
                    node.path("error").asDouble(Double.NaN),
                    node.path("testSamples").asLong(),
                    node.path("how").asText());
        } catch (IOException | IllegalArgumentException wrong) {
            throw new ProblemException(
                    Problem.of(
                            "requirement.bad-value",
                            where,
                            "key",
                            "learning point",
                            "value",
                            String.valueOf(wrong.getMessage())),
                    wrong);
        }
    }
}
