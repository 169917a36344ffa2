package sigmark.labeling.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;

/** A project's pages, in the order of the page list. */
public final class PageStore {
    private final Database database;
    private final Columns columns;
    private final ProjectFiles files;

    PageStore(Database database, Columns columns, ProjectFiles files) {
        this.database = database;
        this.columns = columns;
        this.files = files;
    }

    public Optional<Page> find(String id) {
        return database.read(handle -> PageRows.find(handle, id));
    }

    /** Pages that match, whole; for long lists {@link #summaries} or {@link #ids} are lighter. */
    public List<Page> list(SliceQuery query) {
        if (query.isAll()) {
            return database.read(PageRows::all);
        }
        String ids = RecordJson.array(columns.pageIds(query));
        return database.read(handle -> PageRows.among(handle, ids));
    }

    /** Ids of the pages that match, in the order of the page list. */
    public List<String> ids(SliceQuery query) {
        return columns.pageIds(query);
    }

    public int count(SliceQuery query) {
        return query.isAll() ? database.read(PageRows::count) : columns.countPages(query);
    }

    /** What the page list shows of the pages that match, in its order. */
    public List<PageSummary> summaries(SliceQuery query) {
        // before all regions are read, the list of all pages need not wait for them
        return query.isAll() && !columns.atHand() ? database.read(PageCounts::summaries) : columns.summaries(query);
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
}
