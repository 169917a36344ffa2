package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.Writing;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.exchange.file.FileNames;
import sigmark.labeling.exchange.file.XmlNode;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;

/**
 * CVAT XML 1.1 "for images": {@code image[@name] / box[@label @xtl @ytl @xbr @ybr]} with LaTeX and writing as
 * attributes. Images are matched by name. The video form ({@code track}) shares the version number and is refused.
 */
final class CvatFormat implements ExchangeFormat {
    @Override
    public String name() {
        return "cvat";
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
        String start = TextRows.beginning(file, 1 << 14);
        return start.stripLeading().startsWith("<") && start.contains("<annotations>");
    }

    @Override
    public ReadLabels read(Path file, Progress progress) throws IOException {
        var result = new ReadLabels();
        XmlNode root = XmlNode.read(file);
        if (!root.all("track").isEmpty()) {
            throw new ProblemException(Problem.of("exchange.video", file.toString()));
        }
        Path folder = FileNames.folderOf(file);
        for (XmlNode image : root.all("image")) {
            String where = TextRows.where(file, image.line());
            try {
                String name = image.attribute("name").orElseThrow(() -> new IllegalArgumentException("no “name”"));
                LabeledPage page = LabeledPage.of(
                        name,
                        FileNames.find(folder, "images/" + name).or(() -> FileNames.find(folder, name)),
                        XmlBoxes.count(image.attribute("width"), "width"),
                        XmlBoxes.count(image.attribute("height"), "height"),
                        regions(image, file, result),
                        where);
                result.add(page.used(image.attribute("subset").flatMap(sigmark.labeling.project.Split::ofWord)));
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            }
        }
        return result;
    }

    private static List<LabeledRegion> regions(XmlNode image, Path file, ReadLabels result) {
        List<LabeledRegion> regions = new ArrayList<>();
        for (XmlNode box : image.all("box")) {
            String where = TextRows.where(file, box.line());
            try {
                regions.add(region(box, where, result));
            } catch (IllegalArgumentException e) {
                result.loseRow(where, String.valueOf(e.getMessage()));
            } catch (ProblemException e) {
                result.lose(where, e.problem());
            }
        }
        return regions;
    }

    private static LabeledRegion region(XmlNode node, String where, ReadLabels result) {
        String label = node.attribute("label").orElse("");
        FormulaKind kind = KindWords.of(label)
                .orElseThrow(
                        () -> new ProblemException(Problem.of("exchange.not-a-formula", where, "category", label)));
        Box box = XmlBoxes.box(
                node.attribute("xtl"), node.attribute("ytl"), node.attribute("xbr"), node.attribute("ybr"));
        double rotation =
                node.attribute("rotation").isPresent() ? XmlBoxes.number(node.attribute("rotation"), "rotation") : 0;
        if (rotation != 0) {
            box = turned(box, Math.toRadians(rotation));
            result.note(where, Problem.of("exchange.slanted", where));
        }
        Optional<String> latex = attribute(node, "latex").or(() -> attribute(node, "text"));
        Writing writing = attribute(node, "writing").flatMap(Writing::ofWord).orElse(Writing.PRINTED);
        return LabeledRegion.of(box, kind, latex, where).written(writing);
    }

    /** The upright hull of a box turned about its middle. */
    private static Box turned(Box box, double angle) {
        double cos = Math.abs(Math.cos(angle));
        double sin = Math.abs(Math.sin(angle));
        double width = box.width() * cos + box.height() * sin;
        double height = box.width() * sin + box.height() * cos;
        return Box.ofSize(box.centerX() - width / 2, box.centerY() - height / 2, width, height);
    }

    private static Optional<String> attribute(XmlNode box, String name) {
        return box.all("attribute").stream()
                .filter(node -> node.attribute("name").orElse("").equalsIgnoreCase(name))
                .findFirst()
                .map(XmlNode::text);
    }

    @Override
    public Balance write(ExportSet set, Path folder, Progress progress) throws IOException {
        var balance = new ExportBalance();
        try (var out = Files.newBufferedWriter(folder.resolve("annotations.xml"))) {
            out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n");
            out.write(meta());
            int id = 0;
            for (Page page : set.pages()) {
                if (progress.cancelled()) {
                    break;
                }
                List<FormulaRegion> regions = set.regions(page);
                balance.page(regions.size());
                set.writeImage(page, folder.resolve("images"), balance);
                out.write(image(set, page, regions, id++));
                XmlBoxes.lost(page, regions, true, balance, this);
                progress.update(id, set.pages().size(), page.name());
            }
            out.write("</annotations>\n");
        }
        return balance.balance();
    }

    private static String meta() {
        var labels = new StringBuilder("  <meta><task><labels>\n");
        for (FormulaKind kind : KindWords.ORDER) {
            labels.append("    <label><name>").append(kind.word()).append("</name><attributes>\n");
            labels.append("      <attribute><name>latex</name><mutable>False</mutable><input_type>text</input_type>"
                    + "<default_value></default_value><values></values></attribute>\n");
            labels.append("      <attribute><name>writing</name><mutable>False</mutable><input_type>select</input_type>"
                    + "<default_value>printed</default_value><values>printed\nhandwritten</values></attribute>\n");
            labels.append("    </attributes></label>\n");
        }
        return labels.append("  </labels></task></meta>\n").toString();
    }

    private static String image(ExportSet set, Page page, List<FormulaRegion> regions, int id) {
        var xml = new StringBuilder("  <image id=\"%d\" name=\"%s\" subset=\"%s\" width=\"%d\" height=\"%d\">\n"
                .formatted(id, XmlNode.escape(set.imageName(page)), page.split().word(), page.width(), page.height()));
        for (FormulaRegion region : regions) {
            Box box = region.box();
            xml.append(
                    "    <box label=\"%s\" source=\"manual\" occluded=\"0\" xtl=\"%s\" ytl=\"%s\" xbr=\"%s\" ybr=\"%s\" z_order=\"0\">\n"
                            .formatted(region.kind().word(), box.left(), box.top(), box.right(), box.bottom()));
            XmlBoxes.latex(region).ifPresent(latex -> xml.append("      <attribute name=\"latex\">")
                    .append(XmlNode.escape(latex))
                    .append("</attribute>\n"));
            xml.append("      <attribute name=\"writing\">")
                    .append(region.writing().word())
                    .append("</attribute>\n");
            xml.append("    </box>\n");
        }
        return xml.append("  </image>\n").toString();
    }
}
