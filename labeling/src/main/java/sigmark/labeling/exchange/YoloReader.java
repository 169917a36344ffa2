package sigmark.labeling.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.page.PageFormat;
import sigmark.inference.page.PageFrame;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.FoundFiles;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Split;

/**
 * Reads a YOLO folder by its {@code data.yaml}. An image without a text file counts as not labeled, one with an empty
 * text file as labeled and without formulas. Shares are of the upright image.
 */
final class YoloReader {
    /** A share may exceed 0 to 1 by rounding. */
    private static final double ROUNDING = 1e-4;

    private final Path yaml;
    private final ReadLabels result = new ReadLabels();
    private final Map<Integer, String> names = new HashMap<>();

    YoloReader(Path yaml) {
        this.yaml = yaml;
    }

    static boolean recognizes(Path file) {
        String name = String.valueOf(file.getFileName());
        String start = name.endsWith(".yaml") || name.endsWith(".yml") ? TextRows.beginning(file, 1 << 14) : "";
        return start.contains("names:") && (start.contains("train:") || start.contains("val:"));
    }

    ReadLabels read() throws IOException {
        JsonNode root;
        try {
            if (Files.size(yaml) > 1 << 20) {
                throw new IllegalArgumentException("more than 1 MB");
            }
            root = new YAMLMapper().readTree(yaml.toFile());
        } catch (com.fasterxml.jackson.core.JsonProcessingException | RuntimeException | StackOverflowError e) {
            throw new ProblemException(
                    Problem.of("exchange.syntax", yaml.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        readNames(root.path("names"));
        Path folder = FileNames.folderOf(yaml);
        Map<Path, Split> images = new LinkedHashMap<>();
        for (String split : List.of("train", "val", "test")) {
            for (String place : places(root.path(split))) {
                addImages(folder, place, Split.ofWord(split).orElse(Split.NONE), images);
            }
        }
        images.forEach((image, split) -> readImage(folder, image, split));
        return result;
    }

    private void readNames(JsonNode list) {
        if (list.isArray()) {
            for (int i = 0; i < list.size(); i++) {
                names.put(i, list.get(i).asText());
            }
        } else {
            list.properties().forEach(entry -> {
                if (entry.getKey().matches("\\d{1,6}")) {
                    names.put(Integer.parseInt(entry.getKey()), entry.getValue().asText());
                }
            });
        }
    }

    private static List<String> places(JsonNode value) {
        List<String> places = new ArrayList<>();
        if (value.isTextual()) {
            places.add(value.asText());
        }
        value.forEach(each -> places.add(each.asText()));
        return places;
    }

    /** Folders below that of {@code data.yaml} only; what {@code path} says of another machine does not matter. */
    private void addImages(Path folder, String place, Split split, Map<Path, Split> images) {
        Path at = folder.resolve(place.replace('\\', '/').replaceFirst("^(\\./|\\.\\./)+", ""))
                .normalize();
        if (!at.startsWith(folder) || !Files.isDirectory(at)) {
            result.note(place, Problem.of("exchange.folder-missing", place));
            return;
        }
        for (Path file : FoundFiles.in(List.of(at), true).files()) {
            if (PageFormat.ofName(String.valueOf(file.getFileName())).isPresent()) {
                Split own = at.relativize(file).getNameCount() >= 1 && place.endsWith("none") ? Split.NONE : split;
                images.putIfAbsent(file, own);
            }
        }
    }

    private void readImage(Path folder, Path image, Split split) {
        String relative = folder.relativize(image).toString().replace('\\', '/');
        Path labels = folder.resolve(FileNames.stem(relative).replaceFirst("(^|/)images/", "$1labels/") + ".txt");
        try {
            PageFrame frame = PageDecoder.probe(image).pages().get(0);
            List<LabeledRegion> regions = new ArrayList<>();
            boolean labeled = Files.isRegularFile(labels);
            if (labeled) {
                TextRows.each(labels, result, (where, line) -> {
                    try {
                        regions.add(region(line, frame, where));
                    } catch (IllegalArgumentException e) {
                        result.loseRow(where, String.valueOf(e.getMessage()));
                    } catch (ProblemException e) {
                        result.lose(where, e.problem());
                    }
                });
            }
            result.add(new LabeledPage(
                    relative,
                    Optional.of(image),
                    "",
                    frame.width(),
                    frame.height(),
                    Optional.of(split),
                    labeled ? Optional.of(LabelState.LABELED) : Optional.empty(),
                    Set.of(),
                    "",
                    regions,
                    relative));
        } catch (ProblemException e) {
            result.lose(relative, e.problem());
        } catch (IOException e) {
            result.loseRow(relative, String.valueOf(e.getMessage()));
        }
    }

    private LabeledRegion region(String line, PageFrame frame, String where) {
        String[] parts = line.strip().split("[ \t]+");
        if (parts.length != 5 && parts.length != 6) {
            throw new IllegalArgumentException(
                    parts.length >= 7 ? "a polygon or turned box, not a box" : parts.length + " numbers, not 5 or 6");
        }
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = number(parts[i]);
        }
        String name = names.getOrDefault((int) numbers[0], "");
        FormulaKind kind = KindWords.of(name)
                .orElseThrow(() -> new ProblemException(Problem.of("exchange.not-a-formula", where, "category", name)));
        for (int i = 1; i < 5; i++) {
            if (numbers[i] < -ROUNDING || numbers[i] > 1 + ROUNDING) {
                throw new IllegalArgumentException("%s is not a share from 0 to 1".formatted(parts[i]));
            }
        }
        double width = numbers[3] * frame.width();
        double height = numbers[4] * frame.height();
        Box box = Box.ofSize(
                numbers[1] * frame.width() - width / 2, numbers[2] * frame.height() - height / 2, width, height);
        LabeledRegion region = LabeledRegion.of(box, kind, Optional.empty(), where);
        return parts.length == 6 ? region.scored(OptionalDouble.of(Math.max(0, Math.min(1, numbers[5])))) : region;
    }

    private static double number(String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("“%s” is not a number".formatted(text), e);
        }
        throw new IllegalArgumentException("“%s” is not a number".formatted(text));
    }
}
