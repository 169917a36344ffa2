package sigmark.labeling.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;

/** A project's pages, in the order of the page list. */
public final class PageStore {
    private final Database database;
    private final ProjectFiles files;

    PageStore(Database database, ProjectFiles files) {
        this.database = database;
        this.files = files;
    }

    public Optional<Page> find(String id) {
        return database.read(handle -> PageRows.find(handle, id));
    }

    /** Pages that match, whole; for long lists {@link #summaries} is lighter. */
    public List<Page> list(SliceQuery query) {
        return database.read(handle -> {
            List<Page> pages = PageRows.all(handle);
            if (query.isAll()) {
                return pages;
            }
            Map<String, List<FormulaRegion>> regions = regionsByPage();
            return pages.stream()
                    .filter(page -> query.matches(page, regions.getOrDefault(page.id(), List.of())))
                    .toList();
        });
    }

    public int count(SliceQuery query) {
        return list(query).size();
    }

    /** What the page list shows of the pages that match. */
    public List<PageSummary> summaries(SliceQuery query) {
        Map<String, List<FormulaRegion>> regions = regionsByPage();
        return list(query).stream()
                .map(page -> summary(page, regions.getOrDefault(page.id(), List.of())))
                .toList();
    }

    /** Ids of pages whose file has that hash; for PDF, of all its pages. */
    public List<String> withSha256(String sha256) {
        return database.read(handle -> handle.createQuery(
                        "SELECT id FROM page WHERE sha256 = :sha AND removed = 0 ORDER BY position, key")
                .bind("sha", sha256)
                .mapTo(String.class)
                .list());
    }

    /** The order that a page added now should get to stand last. */
    public int nextOrder() {
        return database.read(handle -> handle.createQuery("SELECT coalesce(max(position), 0) + 1 FROM page")
                .mapTo(Integer.class)
                .one());
    }

    /** Where the page's file lies on this machine; whether it is there is another question. */
    public Path imagePath(Page page) {
        return page.source().copied()
                ? files.folder().resolve(page.source().path())
                : Path.of(page.source().path());
    }

    /** The page's small picture as it was kept, if one was kept since it was last turned. */
    public Optional<byte[]> thumbnail(Page page) throws IOException {
        Path file = thumbnailFile(page);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Keeps the page's small picture; it can be made again, so it is no part of the data. */
    public void keepThumbnail(Page page, byte[] picture) throws IOException {
        if (database.readOnly()) {
            return;
        }
        Path file = thumbnailFile(page);
        Files.createDirectories(file.getParent());
        Path beside = Files.createTempFile(file.getParent(), "new", ".part");
        Files.write(beside, picture);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path thumbnailFile(Page page) {
        String hash = page.source().sha256();
        String pdfPage = page.source().pdfPage().isPresent()
                ? "-" + page.source().pdfPage().getAsInt()
                : "";
        return files.thumbnails()
                .resolve(hash.substring(0, Math.min(2, hash.length())))
                .resolve(hash + pdfPage + "-" + page.quarterTurns());
    }

    private Map<String, List<FormulaRegion>> regionsByPage() {
        List<FormulaRegion> all = database.read(handle ->
                handle.createQuery(RegionMapper.SELECT).mapTo(FormulaRegion.class).list());
        Map<String, List<FormulaRegion>> byPage = new HashMap<>();
        for (FormulaRegion region : withoutAccepted(all)) {
            byPage.computeIfAbsent(region.pageId(), id -> new ArrayList<>()).add(region);
        }
        return byPage;
    }

    static List<FormulaRegion> withoutAccepted(List<FormulaRegion> regions) {
        Set<String> accepted = new HashSet<>();
        regions.forEach(
                region -> region.origin().ifPresent(origin -> accepted.add(origin.proposalId())));
        return regions.stream()
                .filter(region -> region.layer() != Layer.PROPOSAL || !accepted.contains(region.id()))
                .toList();
    }

    private static PageSummary summary(Page page, List<FormulaRegion> regions) {
        List<FormulaRegion> human =
                regions.stream().filter(r -> r.layer() == Layer.HUMAN).toList();
        return new PageSummary(
                page.id(),
                page.name(),
                page.split(),
                page.state(),
                page.width(),
                page.height(),
                human.size(),
                count(human, LabelState.ACCEPTED),
                count(human, LabelState.RETURNED),
                (int) human.stream().filter(FormulaRegion::lacksLatex).count(),
                (int) regions.stream().filter(r -> r.layer() == Layer.PROPOSAL).count(),
                (int) regions.stream().filter(FormulaRegion::doubtful).count());
    }

    private static int count(List<FormulaRegion> regions, LabelState state) {
        return (int) regions.stream().filter(region -> region.state() == state).count();
    }
}
