package sigmark.analysis.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Reads truth and predictions from two files of JSON Lines {@code {"id": …, "latex": …}}; ids are texts or numbers.
 *
 * @param pairs one for each truth, in the file's order
 * @param leftOut lines that could not be read, ids given twice (the first counts), predictions without a truth
 */
public record LatexPairFiles(List<LatexPair> pairs, List<LeftOut> leftOut) {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    public LatexPairFiles {
        pairs = List.copyOf(pairs);
        leftOut = List.copyOf(leftOut);
    }

    /** Reads both files; a file that cannot be read at all, or that has no usable line of truth, is a problem. */
    public static LatexPairFiles read(Path truth, Path predictions) {
        List<LeftOut> leftOut = new ArrayList<>();
        Map<SampleId, Optional<String>> truths = lines(truth, leftOut);
        Map<SampleId, Optional<String>> found = lines(predictions, leftOut);
        List<LatexPair> pairs = new ArrayList<>(truths.size());
        truths.forEach((id, latex) -> latex.ifPresentOrElse(
                text -> pairs.add(new LatexPair(id, text, found.getOrDefault(id, Optional.empty()))),
                () -> leftOut.add(new LeftOut(id.text(), Problem.of("score.no-latex", truth.toString())))));
        if (pairs.isEmpty()) {
            throw new ProblemException(Problem.of("score.no-truth", truth.toString()));
        }
        for (SampleId id : found.keySet()) {
            if (!truths.containsKey(id)) {
                leftOut.add(new LeftOut(id.text(), Problem.of("score.without-truth", predictions.toString())));
            }
        }
        return new LatexPairFiles(pairs, leftOut);
    }

    private static Map<SampleId, Optional<String>> lines(Path file, List<LeftOut> leftOut) {
        Map<SampleId, Optional<String>> lines = new LinkedHashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    readLine(text, file + ":" + number, lines, leftOut);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("score.unreadable", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        return lines;
    }

    private static void readLine(
            String line, String where, Map<SampleId, Optional<String>> lines, List<LeftOut> leftOut) {
        Problem problem;
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode id = node.path("id");
            JsonNode latex = node.path("latex");
            boolean named = id.isTextual() || id.isNumber();
            if (named && (latex.isTextual() || latex.isNull() || latex.isMissingNode())) {
                Optional<String> text = latex.isTextual() ? Optional.of(latex.textValue()) : Optional.empty();
                if (lines.putIfAbsent(new SampleId(id.toString()), text) == null) {
                    return;
                }
                problem = Problem.of("score.id-twice", where);
            } else {
                problem = Problem.of("score.bad-line", where);
            }
        } catch (JsonProcessingException e) {
            problem = Problem.of("score.bad-line", where);
        }
        leftOut.add(new LeftOut(where, problem));
    }
}
