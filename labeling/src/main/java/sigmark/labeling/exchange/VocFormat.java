package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.XmlNode;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;

/**
 * Pascal VOC XML, a file an image, with {@code <latex>} inside {@code object}. Numbers are taken as they stand, counted
 * from 0 with right and bottom outside, as most tools write them under VOC's names; exports do the same with decimals.
 */
final class VocFormat implements ExchangeFormat {
    @Override
    public String name() {
        return "voc";
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
        String start = TextRows.beginning(file, 4096);
        return start.stripLeading().startsWith("<") && start.contains("<annotation>") && start.contains("<filename>");
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var result = new ReadLabels();
        XmlNode root = XmlNode.read(file);
        if (!root.name().equals("annotation")) {
            throw new ProblemException(Problem.of("exchange.syntax", file.toString(), "detail", "no <annotation>"));
        }
        List<LabeledRegion> regions = new ArrayList<>();
        for (XmlNode object : root.all("object")) {
            String where = TextRows.where(file, object.line());
            try {
                regions.add(region(object, where));
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            } catch (ProblemException e) {
                result.lose(where, e.problem());
            }
        }
        try {
            String image = text(root, "filename").orElseThrow(() -> new IllegalArgumentException("no <filename>"));
            Optional<XmlNode> size = root.child("size");
            result.add(new LabeledPage(
                    image,
                    image(file, text(root, "folder").orElse(""), image),
                    text(root, "page").orElse(""),
                    XmlBoxes.count(size.flatMap(s -> text(s, "width")), "width"),
                    XmlBoxes.count(size.flatMap(s -> text(s, "height")), "height"),
                    text(root, "split").flatMap(sigmark.labeling.project.Split::ofWord),
                    Optional.of(LabelState.LABELED),
                    java.util.Set.of(),
                    "",
                    regions,
                    TextRows.where(file, 1)));
        } catch (IllegalArgumentException e) {
            result.loseRow(TextRows.where(file, 1), String.valueOf(e.getMessage()));
        }
        return result;
    }

    private static Optional<String> text(XmlNode node, String child) {
        return node.child(child).map(XmlNode::text);
    }

    /** {@code path} in the file is absolute and of another machine; the image is looked for by name round about. */
    private static Optional<Path> image(Path file, String folder, String name) {
        Path here = FileNames.folderOf(file);
        Optional<Path> found = FileNames.find(here, name);
        Optional<Path> above = Optional.ofNullable(here.getParent());
        for (String place : List.of("images", "JPEGImages", folder)) {
            found = found.or(() -> above.flatMap(up -> FileNames.find(up, place + "/" + name)));
        }
        return found;
    }

    private static LabeledRegion region(XmlNode object, String where) {
        String category = text(object, "name").orElse("").strip();
        FormulaKind kind = KindWords.of(category)
                .orElseThrow(
                        () -> new ProblemException(Problem.of("exchange.not-a-formula", where, "category", category)));
        XmlNode bounds = object.child("bndbox").orElseThrow(() -> new IllegalArgumentException("no <bndbox>"));
        Box box = XmlBoxes.box(text(bounds, "xmin"), text(bounds, "ymin"), text(bounds, "xmax"), text(bounds, "ymax"));
        return LabeledRegion.of(box, kind, text(object, "latex"), where);
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        Path annotations = Files.createDirectories(folder.resolve("Annotations"));
        java.util.Set<String> stems = new java.util.HashSet<>();
        int done = 0;
        for (Page page : set.pages()) {
            if (progress.cancelled()) {
                break;
            }
            List<FormulaRegion> regions = set.regions(page);
            if (!set.isLabeled(page)) {
                balance.offered(1);
                balance.leaveOut(page.name(), Problem.of("exchange.not-labeled", page.name()));
            } else {
                balance.page(regions.size());
                set.writeImage(page, folder.resolve("images"), balance);
                String stem = FileNames.unique(FileNames.stem(set.imageName(page)), stems);
                Files.writeString(annotations.resolve(stem + ".xml"), xml(set, page, regions));
                XmlBoxes.lost(page, regions, false, balance, this);
            }
            progress.update(++done, set.pages().size(), page.name());
        }
        return balance.balance();
    }

    private static String xml(ExportSet set, Page page, List<FormulaRegion> regions) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotation>\n");
        xml.append("  <folder>images</folder>\n");
        xml.append("  <filename>").append(XmlNode.escape(set.imageName(page))).append("</filename>\n");
        xml.append("  <size><width>%d</width><height>%d</height><depth>3</depth></size>\n"
                .formatted(page.width(), page.height()));
        xml.append("  <segmented>0</segmented>\n");
        xml.append("  <page>").append(XmlNode.escape(page.name())).append("</page>\n");
        xml.append("  <split>").append(page.split().word()).append("</split>\n");
        for (FormulaRegion region : regions) {
            Box box = region.box();
            xml.append("  <object>\n    <name>").append(region.kind().word()).append("</name>\n");
            xml.append("    <pose>Unspecified</pose><truncated>0</truncated><difficult>0</difficult>\n");
            xml.append("    <bndbox><xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax></bndbox>\n"
                    .formatted(box.left(), box.top(), box.right(), box.bottom()));
            XmlBoxes.latex(region).ifPresent(latex -> xml.append("    <latex>")
                    .append(XmlNode.escape(latex))
                    .append("</latex>\n"));
            xml.append("  </object>\n");
        }
        return xml.append("</annotation>\n").toString();
    }
}
