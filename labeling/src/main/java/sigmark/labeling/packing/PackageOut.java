package sigmark.labeling.packing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.PageLabels;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.delivery.SentPage;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.delivery.file.Hashes;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageWriter;
import sigmark.labeling.delivery.file.PageJson;
import sigmark.labeling.delivery.file.QuestionJson;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.exchange.file.ImageCopy;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.QuestionStore;

/**
 * Writes work packages. What the file says of a page depends on the page, the labeler and the order alone, never on the
 * page's role: the same pages with other gold ones among them are the same file, byte for byte, at the same time with
 * the same key.
 */
public final class PackageOut {
    private final ProjectStore store;
    private final SigningKey key;
    private final PackageGuide guide;

    /** @param key the project's */
    public PackageOut(ProjectStore store, SigningKey key, PackageGuide guide) {
        this.store = store;
        this.key = key;
        this.guide = guide;
    }

    /**
     * What was sent.
     *
     * @param balance pages asked for and sent
     */
    public record Sent(WorkPackage work, String manifestSha256, Balance balance) {}

    /** Chooses pages by an order, and sends them. */
    public Sent send(PackageOrder order, Path file, Progress progress) {
        return send(order, PageChoice.by(order, store), file, progress);
    }

    /**
     * Sends pages in roles that the caller chose.
     *
     * @throws ProblemException {@code package.no-pages}, {@code package.cannot-write}, {@code package.cancelled}
     */
    public Sent send(PackageOrder order, PageChoice choice, Path file, Progress progress) {
        if (choice.pages().isEmpty()) {
            throw new ProblemException(Problem.of(
                    "package.no-pages",
                    store.info().name(),
                    "query",
                    order.query().text()));
        }
        Instant now = store.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        WorkPackage work = new WorkPackage(
                id(order, choice, now),
                order.name(),
                order.labeler(),
                order.vendor(),
                store.info().id(),
                store.info().name(),
                store.info().guideVersion(),
                1,
                now,
                order.deadline(),
                order.proposals(),
                order.note());
        boolean all = order.labels() == PackageOrder.LabelsSent.ALL;
        Contents contents = new Contents(
                choice.pages(), page -> PageLabels.of(page, labels(page, order.labeler(), all)), List.of());
        return write(work, contents, choice.leftOut(), file, progress);
    }

    /**
     * Sends a returned package out again: its pages as they came back last, with what the curator says of regions.
     *
     * @throws ProblemException {@code package.unknown}, {@code package.not-returned}
     */
    public Sent sendAgain(
            String packageId,
            List<ReturnRemark> remarks,
            Optional<LocalDate> deadline,
            String note,
            Path file,
            Progress progress) {
        DeliveryStore deliveries = new DeliveryStore(store);
        Delivery delivery = deliveries
                .find(packageId)
                .orElseThrow(() -> new ProblemException(Problem.of("package.unknown", packageId)));
        if (delivery.state() != sigmark.labeling.delivery.DeliveryState.RETURNED) {
            throw new ProblemException(
                    Problem.of("package.not-returned", delivery.work().name()));
        }
        Map<Page, PageRole> pages = new LinkedHashMap<>();
        Map<String, PageLabels> bases = new LinkedHashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (DeliveredPage page : deliveries.pages(packageId)) {
            Optional<Page> there = store.pages().find(page.pageId());
            if (there.isEmpty()) {
                leftOut.add(new LeftOut(page.pageId(), Problem.of("package.page-removed", page.pageId())));
            } else {
                pages.put(there.get(), page.role());
                bases.put(page.pageId(), page.base().turnedLike(PageLabels.of(there.get(), List.of())));
            }
        }
        WorkPackage work = delivery.work()
                .again(
                        store.info().guideVersion(),
                        store.clock().instant().truncatedTo(ChronoUnit.MILLIS),
                        deadline.or(() -> delivery.work().deadline()),
                        note);
        Contents contents =
                new Contents(pages, page -> bases.getOrDefault(page.id(), PageLabels.of(page, List.of())), remarks);
        return write(work, contents, leftOut, file, progress);
    }

    private interface Labels {
        PageLabels of(Page page);
    }

    private record Contents(Map<Page, PageRole> pages, Labels labels, List<ReturnRemark> remarks) {}

    /** Told by what is in the package, so that it does not tell more. */
    private String id(PackageOrder order, PageChoice choice, Instant now) {
        StringBuilder text = new StringBuilder();
        text.append(store.info().id())
                .append('\n')
                .append(order.name())
                .append('\n')
                .append(order.labeler());
        text.append('\n').append(now.toEpochMilli());
        choice.pages().keySet().forEach(page -> text.append('\n').append(page.id()));
        String hash = Hashes.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
        return new UUID(
                        Long.parseUnsignedLong(hash.substring(0, 16), 16),
                        Long.parseUnsignedLong(hash.substring(16, 32), 16))
                .toString();
    }

    private List<FormulaRegion> labels(Page page, String labeler, boolean all) {
        return store.regions().ofPage(page.id(), Layer.HUMAN).stream()
                .filter(region -> all || region.provenance().person().equals(labeler))
                .map(region -> all && !region.provenance().person().equals(labeler) ? withoutPerson(region) : region)
                .toList();
    }

    /** Whose work it was is not told; nor is what the curator noted. */
    private static FormulaRegion withoutPerson(FormulaRegion region) {
        var provenance = region.provenance();
        return region.withRemark("")
                .withTags(Set.of())
                .withState(LabelState.LABELED)
                .withProvenance(new sigmark.labeling.project.Provenance(
                        "",
                        provenance.createdAt(),
                        provenance.changedAt(),
                        0,
                        provenance.guideVersion(),
                        Optional.empty()));
    }

    private Sent write(WorkPackage work, Contents contents, List<LeftOut> before, Path file, Progress progress) {
        List<LeftOut> leftOut = new ArrayList<>(before);
        List<SentPage> sent = new ArrayList<>();
        String sha256;
        Path lines = temporary(file);
        try (PackageWriter writer = new PackageWriter(file)) {
            pages(work, contents, writer, lines, sent, leftOut, progress);
            writer.add(Entries.QUESTIONS, questions(work.labeler()));
            writer.add(Entries.REMARKS, remarks(contents.remarks()));
            new TreeMap<>(guide.files(store, work.labeler()))
                    .forEach((name, content) -> writer.add(Entries.GUIDE + name, content));
            sha256 = writer.finish(Manifest.Kind.WORK, work, "", 0, key);
            new DeliveryStore(store).send(work, sha256, sent);
            writer.place();
        } finally {
            lines.toFile().delete();
        }
        long asked = contents.pages().size()
                + before.stream()
                        .filter(left -> left.reason().code().startsWith("package.page-"))
                        .count();
        return new Sent(work, sha256, new Balance(asked, sent.size(), leftOut));
    }

    private static Path temporary(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            return Files.createTempFile(folder, ".pages", ".part");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("package.cannot-write", file.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
    }

    private void pages(
            WorkPackage work,
            Contents contents,
            PackageWriter writer,
            Path lines,
            List<SentPage> sent,
            List<LeftOut> leftOut,
            Progress progress) {
        Map<String, String> images = new LinkedHashMap<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines))) {
            int done = 0;
            for (Map.Entry<Page, PageRole> each : contents.pages().entrySet()) {
                if (progress.cancelled()) {
                    throw new ProblemException(Problem.of("package.cancelled", work.name()));
                }
                Page page = each.getKey();
                Optional<String> image = image(page, images, writer);
                if (image.isEmpty()) {
                    leftOut.add(new LeftOut(page.name(), Problem.of("package.image-missing", page.name())));
                    progress.update(++done, contents.pages().size(), page.name());
                    continue;
                }
                PageLabels labels = contents.labels().of(page);
                List<FormulaRegion> proposals =
                        work.proposals() ? store.regions().ofPage(page.id(), Layer.PROPOSAL) : List.of();
                String line = PageJson.line(
                        PageJson.write(new PageJson.Sent(page, image.get(), labels.regions(), proposals)));
                out.write(line.getBytes(StandardCharsets.UTF_8));
                sent.add(new SentPage(each.getValue(), labels));
                progress.update(++done, contents.pages().size(), page.name());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of("package.cannot-write", lines.toString(), "detail", String.valueOf(e.getMessage())), e);
        }
        writer.add(Entries.PAGES, lines);
    }

    /** The name of the page's image in the package, added when it is not in yet; pages of one PDF share theirs. */
    private Optional<String> image(Page page, Map<String, String> images, PackageWriter writer) throws IOException {
        String sha256 = page.source().sha256();
        if (!images.containsKey(sha256)) {
            Path path = store.pages().imagePath(page);
            if (!Files.isReadable(path) || !ImageCopy.sha256(path).equals(sha256)) {
                return Optional.empty();
            }
            String name = "%s%05d%s".formatted(Entries.IMAGES, images.size() + 1, ending(path));
            writer.add(name, path);
            images.put(sha256, name);
        }
        return Optional.ofNullable(images.get(sha256));
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString();
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        return ending.matches("\\.[A-Za-z0-9]{1,5}") ? ending.toLowerCase(java.util.Locale.ROOT) : "";
    }

    /** The labeler's own questions, and everybody's answered ones without their askers; gold pages are not shown. */
    private byte[] questions(String labeler) {
        Set<String> gold = new HashSet<>(new DeliveryStore(store).goldPages());
        StringBuilder text = new StringBuilder();
        for (Question question : new QuestionStore(store).list()) {
            if (question.askedBy().equals(labeler)) {
                text.append(PageJson.line(QuestionJson.write(question)));
            } else if (question.state() != QuestionState.OPEN && !gold.contains(question.pageId())) {
                text.append(PageJson.line(QuestionJson.write(question.forOthers(true))));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] remarks(List<ReturnRemark> remarks) {
        StringBuilder text = new StringBuilder();
        for (ReturnRemark remark : remarks) {
            text.append(PageJson.line(JsonNodeFactory.instance
                    .objectNode()
                    .put("page", remark.pageId())
                    .put("region", remark.regionId())
                    .put("reason", remark.reason())
                    .put("text", remark.text())));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
