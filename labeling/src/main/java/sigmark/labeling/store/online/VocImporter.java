package sigmark.labeling.store.online;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.imageio.ImageIO;
import sigmark.inference.page.Box;
import sigmark.inference.page.PageDecoder;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.Outcome;
import sigmark.labeling.online.ShownResult;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.voc.PersonalData;
import sigmark.labeling.voc.VocConsent;
import sigmark.labeling.voc.VocFile;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocLinks;
import sigmark.labeling.voc.VocOrigin;
import sigmark.labeling.voc.VocSeverity;
import sigmark.labeling.voc.VocState;

/** Brings one file of complaints in. */
final class VocImporter {
    /** Folder of the images within the project's. */
    static final String FOLDER = "voc";

    private final ProjectStore store;
    private final VocStore items;
    private final Path file;
    private final VocStore.Keeping keeping;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long out;

    VocImporter(ProjectStore store, VocStore items, Path file, VocStore.Keeping keeping) {
        this.store = store;
        this.items = items;
        this.file = file;
        this.keeping = keeping;
    }

    Balance run(Progress progress) {
        VocFile.Reading reading = VocFile.read(file, entry -> {
            take(entry);
            progress.update(out, -1, entry.item().id());
        });
        List<LeftOut> all = new ArrayList<>(reading.leftOut());
        all.addAll(leftOut);
        return new Balance(reading.in(), out, all);
    }

    private void take(VocFile.Entry entry) {
        VocItem item = entry.item();
        if (items.find(item.id()).isPresent()) {
            leftOut.add(new LeftOut(entry.where(), Problem.of("voc.duplicate", entry.where(), "id", item.id())));
            return;
        }
        List<String> redaction = new ArrayList<>();
        boolean mayStore = item.consent().store();
        String text = mayStore && keeping.texts() ? PersonalData.blackedOut(item.text()) : "";
        if (!text.equals(item.text())) {
            redaction.add(text.isEmpty() ? "text left out" : "text blacked out");
        }
        String image = "";
        if (!item.image().isEmpty() && mayStore && keeping.images()) {
            image = picture(entry, redaction);
        } else if (!item.image().isEmpty()) {
            redaction.add("image left out");
        }
        if (items.add(item.kept(text, image, String.join(", ", redaction)))) {
            out++;
        }
    }

    /** The image as pixels in the project's folder; empty, with a line in the balance, when it cannot be read. */
    private String picture(VocFile.Entry entry, List<String> redaction) {
        Path source = file.toAbsolutePath().resolveSibling(entry.item().image()).normalize();
        try {
            if (!source.startsWith(file.toAbsolutePath().normalize().getParent())) {
                throw new ProblemException(Problem.of(
                        "voc.image-outside",
                        entry.where(),
                        "image",
                        entry.item().image()));
            }
            BufferedImage pixels = PageDecoder.decode(source).upright().toBufferedImage();
            Graphics2D pen = pixels.createGraphics();
            pen.setColor(Color.BLACK);
            for (Box box : entry.blackout()) {
                pen.fill(new Rectangle2D.Double(box.left(), box.top(), box.width(), box.height()));
            }
            pen.dispose();
            if (!entry.blackout().isEmpty()) {
                redaction.add(entry.blackout().size() + " places of the image blacked out");
            }
            Path folder = store.files().folder().resolve(FOLDER);
            Files.createDirectories(folder);
            String name = FOLDER + "/" + UUID.randomUUID() + ".png";
            ImageIO.write(pixels, "png", store.files().folder().resolve(name).toFile());
            return name;
        } catch (ProblemException unreadable) {
            leftOut.add(new LeftOut(entry.where(), unreadable.problem()));
        } catch (IOException failed) {
            leftOut.add(new LeftOut(
                    entry.where(),
                    Problem.of("image.unreadable", source.toString(), "detail", String.valueOf(failed.getMessage()))));
        }
        return "";
    }

    /** The complaint of a request as an item: about the formula that was edited the most, when one was. */
    static VocItem item(OnlineEvent event) {
        Optional<ShownResult> changed = event.results().stream()
                .filter(result -> result.outcome() == Outcome.EDITED || result.outcome() == Outcome.DELETED)
                .findFirst();
        VocOrigin origin = new VocOrigin(
                event.requestId(),
                event.modelVersion(),
                event.slice().getOrDefault("app.version", ""),
                event.slice().getOrDefault("device.class", ""),
                event.slice().getOrDefault("os", ""),
                event.slice().getOrDefault("network.type", ""),
                event.user().orElse(""));
        String text = event.complaint().orElse("");
        String kept = PersonalData.blackedOut(text);
        return new VocItem(
                "voc-" + event.requestId(),
                event.time(),
                "in-app",
                kept,
                "",
                event.image().orElse(""),
                changed.flatMap(ShownResult::box),
                changed.map(ShownResult::shownLatex),
                changed.flatMap(ShownResult::finalLatex),
                origin,
                VocConsent.NOT_ASKED,
                kept.equals(text) ? "" : "text blacked out",
                Optional.empty(),
                "",
                VocSeverity.MINOR,
                VocState.NEW,
                new VocLinks("", "", "", OptionalLong.empty()),
                false,
                "{}");
    }
}
