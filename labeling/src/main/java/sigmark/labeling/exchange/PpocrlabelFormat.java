package sigmark.labeling.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.RegionFlag;

/**
 * PPOCRLabel's {@code Label.txt} (people) and {@code Cache.cach} (its model, read as proposals): a page a line,
 * {@code <parent folder>/<file>} TAB a JSON list of {@code transcription} and {@code points}. Only the first TAB parts;
 * points become their upright hull; {@code ###} and {@code *} mean illegible; {@code TEMPORARY} is its placeholder for
 * text that nobody typed; regions marked {@code difficult} stay, with a tag. {@code fileState.txt} beside it says which
 * pages were checked; regions of the others get the tag {@code unchecked}.
 */
final class PpocrlabelFormat implements ExchangeFormat {
    private static final double UPRIGHT = 1.0;

    @Override
    public String name() {
        return "ppocrlabel";
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
        String line = TextRows.beginning(file, 1 << 14).lines().findFirst().orElse("");
        int tab = line.indexOf('\t');
        return tab > 0 && line.substring(tab + 1).startsWith("[") && !line.startsWith("{");
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var result = new ReadLabels();
        Path folder = FileNames.folderOf(file);
        boolean machine = String.valueOf(file.getFileName()).endsWith(".cach");
        Optional<Set<String>> checked = checked(folder.resolve("fileState.txt"));
        TextRows.each(file, result, (where, line) -> {
            try {
                int tab = line.indexOf('\t');
                if (tab <= 0) {
                    throw new IllegalArgumentException("no TAB between image and labels");
                }
                String image = line.substring(0, tab);
                JsonNode list = JsonFields.parse(line.substring(tab + 1));
                if (!list.isArray()) {
                    throw new IllegalArgumentException("the labels are not a list");
                }
                boolean isChecked = checked.isEmpty() || checked.get().contains(lastTwo(image));
                List<LabeledRegion> regions = regions(list, where, machine, isChecked, result);
                result.add(new LabeledPage(
                        image,
                        image(folder, image),
                        "",
                        0,
                        0,
                        Optional.empty(),
                        machine || !isChecked ? Optional.empty() : Optional.of(LabelState.LABELED),
                        Set.of(),
                        "",
                        regions,
                        where));
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            }
        });
        return result;
    }

    /** The key keeps only the last two parts of the path; the file lies beside {@code Label.txt} or in its parent. */
    private static Optional<Path> image(Path folder, String key) {
        Path parent = folder.getParent();
        return Optional.ofNullable(parent)
                .flatMap(p -> FileNames.find(p, key))
                .or(() -> FileNames.find(folder, key))
                .or(() -> FileNames.find(folder, FileNames.base(key)));
    }

    private static String lastTwo(String path) {
        String[] parts = FileNames.nfc(path).replace('\\', '/').split("/");
        int n = parts.length;
        return n < 2 ? parts[n - 1] : parts[n - 2] + "/" + parts[n - 1];
    }

    private static Optional<Set<String>> checked(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Set<String> checked = new HashSet<>();
        TextRows.each(file, new ReadLabels(), (where, line) -> {
            int tab = line.lastIndexOf('\t');
            if (tab > 0 && line.substring(tab + 1).strip().equals("1")) {
                checked.add(lastTwo(line.substring(0, tab)));
            }
        });
        return Optional.of(checked);
    }

    private static List<LabeledRegion> regions(
            JsonNode list, String where, boolean machine, boolean checked, ReadLabels result) {
        List<LabeledRegion> regions = new ArrayList<>();
        int number = 0;
        for (JsonNode row : list) {
            String at = where + " region " + ++number;
            try {
                LabeledRegion region = region(row, checked, at, result);
                // Its model's certainty is not in the file.
                regions.add(machine ? region.scored(OptionalDouble.of(0)) : region);
            } catch (IllegalArgumentException e) {
                result.loseRow(at, String.valueOf(e.getMessage()));
            }
        }
        return regions;
    }

    private static LabeledRegion region(JsonNode row, boolean checked, String where, ReadLabels result) {
        Box box = hull(row.path("points"), where, result);
        Optional<String> text = JsonFields.text(row, "transcription");
        Set<RegionFlag> flags = new HashSet<>();
        Set<String> tags = new HashSet<>();
        if (text.filter(t -> t.equals("###") || t.equals("*")).isPresent()) {
            flags.add(RegionFlag.ILLEGIBLE);
            text = Optional.empty();
        }
        if (text.filter(t -> t.equals("TEMPORARY")).isPresent()) {
            text = Optional.empty();
            result.note(where, Problem.of("exchange.placeholder", where, "text", "TEMPORARY"));
        }
        if (row.path("difficult").asBoolean()) {
            tags.add("difficult");
        }
        if (!checked) {
            tags.add("unchecked");
        }
        Optional<String> key = JsonFields.text(row, "key_cls");
        FormulaKind kind = key.flatMap(KindWords::of).orElse(FormulaKind.INLINE);
        key.filter(k -> KindWords.of(k).isEmpty() && !k.isBlank() && !k.equals("None"))
                .ifPresent(k -> tags.add("class:" + k.strip()));
        return LabeledRegion.of(box, kind, text, where).marked(flags, tags);
    }

    static Box hull(JsonNode points, String where, ReadLabels result) {
        if (!points.isArray() || points.size() < 2) {
            throw new IllegalArgumentException("“points” are not two or more points");
        }
        double[] hull = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        boolean slanted = false;
        for (JsonNode point : points) {
            double x = JsonFields.number(point.path(0), "points");
            double y = JsonFields.number(point.path(1), "points");
            hull[0] = Math.min(hull[0], x);
            hull[1] = Math.min(hull[1], y);
            hull[2] = Math.max(hull[2], x);
            hull[3] = Math.max(hull[3], y);
        }
        for (JsonNode point : points) {
            slanted |= distance(point.path(0).asDouble(), hull[0], hull[2]) > UPRIGHT
                    || distance(point.path(1).asDouble(), hull[1], hull[3]) > UPRIGHT;
        }
        if (slanted) {
            result.note(where, Problem.of("exchange.slanted", where));
        }
        return new Box(hull[0], hull[1], hull[2], hull[3]);
    }

    private static double distance(double value, double low, double high) {
        return Math.min(Math.abs(value - low), Math.abs(value - high));
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) {
        throw new ProblemException(Problem.of("exchange.not-written", name()));
    }
}
