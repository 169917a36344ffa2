package sigmark.labeling.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import sigmark.inference.page.Box;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.project.RegionFlag;
import sigmark.labeling.project.Split;

/**
 * YOLO's text labels: {@code images/<split>/NAME.png}, {@code labels/<split>/NAME.txt} with a line {@code class cx cy w
 * h} a region (shares of the upright page, ten decimals), {@code data.yaml}, and {@code manifest.json}, which tells
 * pages without formulas from pages that nobody labeled: the latter are not written. Holds boxes and kinds, nothing
 * else.
 */
final class YoloFormat implements ExchangeFormat {
    private static final Set<RegionFlag> NO_TARGET = Set.of(RegionFlag.NOT_A_FORMULA);

    @Override
    public String name() {
        return "yolo";
    }

    @Override
    public boolean reads() {
        return true;
    }

    @Override
    public boolean writes() {
        return true;
    }

    @Override
    public boolean recognizes(Path file) {
        return YoloReader.recognizes(file);
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        return new YoloReader(file).read();
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        ArrayNode manifest = JsonFields.JSON.createArrayNode();
        Set<Split> splits = new TreeSet<>();
        Set<String> stems = new java.util.HashSet<>();
        int done = 0;
        for (Page page : set.pages()) {
            if (progress.cancelled()) {
                break;
            }
            List<FormulaRegion> regions = set.regions(page);
            balance.offered(Math.max(1, regions.size()));
            ObjectNode entry = manifest.addObject();
            entry.put("page", page.name());
            boolean labeled = set.isLabeled(page);
            // Labels go by stem: a.png and a.jpg would share one text file.
            boolean free = stems.add(FileNames.key(FileNames.stem(set.imageName(page))));
            entry.put("labeled", labeled);
            if (!labeled) {
                balance.leaveOut(page.name(), Problem.of("exchange.not-labeled", page.name()));
            } else if (!free) {
                balance.leaveOut(page.name(), Problem.of("exchange.same-stem", page.name()));
            } else if (set.writeImage(page, images(folder, page), balance)) {
                splits.add(page.split());
                entry.put("image", "images/" + word(page) + "/" + set.imageName(page));
                writeLabels(set, page, regions, folder, balance);
            }
            progress.update(++done, set.pages().size(), page.name());
        }
        Files.writeString(folder.resolve("manifest.json"), manifest.toPrettyString());
        Files.writeString(folder.resolve("data.yaml"), yaml(splits));
        return balance.balance();
    }

    private static Path images(Path folder, Page page) {
        return folder.resolve("images").resolve(word(page));
    }

    private static String word(Page page) {
        return page.split().word();
    }

    private void writeLabels(ExportSet set, Page page, List<FormulaRegion> regions, Path folder, ExportBalance balance)
            throws IOException {
        List<String> lines = new ArrayList<>();
        List<FormulaRegion> targets = new ArrayList<>();
        for (FormulaRegion region : regions) {
            var inside = region.box().clip(page.width(), page.height());
            if (region.flags().stream().anyMatch(NO_TARGET::contains)) {
                balance.leaveOut(page.name(), Problem.of("exchange.flagged", page.name(), "flag", "not-a-formula"));
            } else if (inside.isEmpty()) {
                balance.leaveOut(page.name(), Problem.of("exchange.outside", page.name()));
            } else {
                lines.add(line(region, inside.get(), page));
                targets.add(region);
            }
        }
        Path labels = Files.createDirectories(folder.resolve("labels").resolve(word(page)));
        Files.write(labels.resolve(FileNames.stem(set.imageName(page)) + ".txt"), lines);
        balance.written(regions.isEmpty() ? 1 : targets.size());
        lost(page, targets, balance);
    }

    private void lost(Page page, List<FormulaRegion> regions, ExportBalance balance) {
        balance.lost(page, "latex", count(regions, r -> r.latex().isPresent()), this);
        balance.lost(page, "writing", count(regions, r -> r.writing() != sigmark.inference.page.Writing.PRINTED), this);
        balance.lost(page, "flags", count(regions, r -> !r.flags().isEmpty()), this);
        balance.lost(page, "tags", count(regions, r -> !r.tags().isEmpty()), this);
        balance.lost(page, "remark", count(regions, r -> !r.remark().isEmpty()), this);
        balance.lost(page, "pieceOf", count(regions, r -> r.pieceOf().isPresent()), this);
    }

    private static long count(List<FormulaRegion> regions, java.util.function.Predicate<FormulaRegion> test) {
        return regions.stream().filter(test).count();
    }

    private static String line(FormulaRegion region, Box box, Page page) {
        return String.format(
                Locale.ROOT,
                "%d %.10f %.10f %.10f %.10f",
                KindWords.ORDER.indexOf(region.kind()),
                box.centerX() / page.width(),
                box.centerY() / page.height(),
                box.width() / page.width(),
                box.height() / page.height());
    }

    private static String yaml(Set<Split> splits) {
        boolean none = splits.contains(Split.NONE);
        var yaml = new StringBuilder("path: .\n");
        yaml.append("train: images/")
                .append(splits.contains(Split.TRAIN) || !none ? "train" : "none")
                .append('\n');
        String validation = splits.contains(Split.VALIDATION)
                ? "validation"
                : splits.contains(Split.TRAIN) || !none ? "train" : "none";
        yaml.append("val: images/").append(validation).append('\n');
        if (splits.contains(Split.TEST)) {
            yaml.append("test: images/test\n");
        }
        yaml.append("names:\n");
        KindWords.ORDER.forEach(kind -> yaml.append("  ")
                .append(KindWords.ORDER.indexOf(kind))
                .append(": ")
                .append(kind.word())
                .append('\n'));
        return yaml.toString();
    }
}
