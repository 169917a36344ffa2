package sigmark.labeling.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.LabelState;

/**
 * labelme's JSON, a file an image, as X-AnyLabeling writes it too: {@code shapes[]{label, points, shape_type,
 * description}}. The LaTeX is {@code description} or {@code text}; shapes that are not rectangles become their upright
 * hull; a shape with a score is a proposal.
 */
final class LabelmeFormat implements ExchangeFormat {
    private static final long LARGEST = 256L << 20;

    @Override
    public String name() {
        return "labelme";
    }

    @Override
    public boolean reads() {
        return true;
    }

    @Override
    public boolean writes() {
        return false;
    }

    @Override
    public boolean recognizes(Path file) {
        String start = TextRows.beginning(file, 1 << 16).stripLeading();
        return start.startsWith("{") && start.contains("\"shapes\"");
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var result = new ReadLabels();
        String where = TextRows.where(file, 1);
        try {
            if (Files.size(file) > LARGEST) {
                throw new IllegalArgumentException("more than 256 MB");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            JsonNode root = JsonFields.parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
            List<LabeledRegion> regions = new ArrayList<>();
            int number = 0;
            for (JsonNode shape : root.path("shapes")) {
                String at = file.getFileName() + " shape " + ++number;
                try {
                    regions.add(region(shape, at, result));
                } catch (IllegalArgumentException e) {
                    result.loseRow(at, String.valueOf(e.getMessage()));
                } catch (ProblemException e) {
                    result.lose(at, e.problem());
                }
            }
            String image = JsonFields.text(root, "imagePath")
                    .orElseThrow(() -> new IllegalArgumentException("no “imagePath”"));
            Path folder = FileNames.folderOf(file);
            result.add(new LabeledPage(
                    image,
                    FileNames.find(folder, image).or(() -> FileNames.find(folder, FileNames.base(image))),
                    "",
                    JsonFields.count(root, "imageWidth"),
                    JsonFields.count(root, "imageHeight"),
                    Optional.empty(),
                    Optional.of(LabelState.LABELED),
                    Set.of(),
                    "",
                    regions,
                    where));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of("exchange.syntax", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        return result;
    }

    private static LabeledRegion region(JsonNode shape, String where, ReadLabels result) {
        String label = JsonFields.text(shape, "label").orElse("");
        FormulaKind kind = KindWords.of(label)
                .orElseThrow(
                        () -> new ProblemException(Problem.of("exchange.not-a-formula", where, "category", label)));
        Optional<String> latex = JsonFields.text(shape, "description")
                .filter(text -> !text.isEmpty())
                .or(() -> JsonFields.text(shape, "text"))
                .or(() -> JsonFields.text(shape.path("attributes"), "latex"));
        LabeledRegion region =
                LabeledRegion.of(PpocrlabelFormat.hull(shape.path("points"), where, result), kind, latex, where);
        JsonNode score = shape.path("score");
        if (!score.isNumber()) {
            return region;
        }
        return region.scored(OptionalDouble.of(Math.max(0, Math.min(1, score.asDouble()))));
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) {
        throw new ProblemException(Problem.of("exchange.not-written", name()));
    }
}
