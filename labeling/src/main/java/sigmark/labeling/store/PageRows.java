package sigmark.labeling.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import sigmark.labeling.project.Page;

/** Reads and writes rows of {@code page} within the caller's transaction. */
final class PageRows {
    private PageRows() {}

    static Optional<Page> find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM page WHERE id = :id AND removed = 0")
                .bind("id", id)
                .mapTo(Page.class)
                .findOne();
    }

    static Page findRemovedToo(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM page WHERE id = :id")
                .bind("id", id)
                .mapTo(Page.class)
                .one();
    }

    static List<Page> all(Handle handle) {
        return handle.createQuery("SELECT * FROM page WHERE removed = 0 ORDER BY position, key")
                .mapTo(Page.class)
                .list();
    }

    static int count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM page WHERE removed = 0")
                .mapTo(Integer.class)
                .one();
    }

    /** @param ids a JSON array */
    static List<Page> among(Handle handle, String ids) {
        return handle.createQuery(
                        """
                        SELECT page.* FROM page JOIN json_each(:ids) AS wanted ON wanted.value = page.id
                        WHERE removed = 0 ORDER BY page.position, page.key
                        """)
                .bind("ids", ids)
                .mapTo(Page.class)
                .list();
    }

    static void insert(Handle handle, List<Page> pages) {
        var batch = handle.prepareBatch(
                """
                INSERT INTO page (id, position, name, path, copied, sha256, pdf_page, dpi, raw_width, raw_height,
                    exif_orientation, quarter_turns, width, height, perceptual_hash, split, state, tags, remark,
                    imported_at)
                VALUES (:id, :position, :name, :path, :copied, :sha256, :pdfPage, :dpi, :rawWidth, :rawHeight,
                    :exifOrientation, :quarterTurns, :width, :height, :hash, :split, :state, :tags, :remark,
                    :importedAt)
                """);
        for (Page page : pages) {
            bind(batch, page).bind("importedAt", page.importedAt().toEpochMilli());
            batch.add();
            if (batch.size() == 1000) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static void update(Handle handle, List<Page> pages) {
        var batch = handle.prepareBatch(
                """
                UPDATE page SET position = :position, name = :name, path = :path, copied = :copied,
                    sha256 = :sha256, pdf_page = :pdfPage, dpi = :dpi, raw_width = :rawWidth,
                    raw_height = :rawHeight, exif_orientation = :exifOrientation,
                    quarter_turns = :quarterTurns, width = :width, height = :height,
                    perceptual_hash = :hash, split = :split, state = :state, tags = :tags,
                    remark = :remark
                WHERE id = :id
                """);
        for (Page page : pages) {
            bind(batch, page);
            batch.add();
            if (batch.size() == 1000) {
                batch.execute();
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static void setRemoved(Handle handle, String id, boolean removed) {
        handle.createUpdate("UPDATE page SET removed = :removed WHERE id = :id")
                .bind("removed", removed ? 1 : 0)
                .bind("id", id)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Page page) {
        @Nullable Integer pdfPage = page.source().pdfPage().isPresent()
                ? (Integer) page.source().pdfPage().getAsInt()
                : null;
        return statement
                .bind("id", page.id())
                .bind("position", page.order())
                .bind("name", page.name())
                .bind("path", page.source().path())
                .bind("copied", page.source().copied() ? 1 : 0)
                .bind("sha256", page.source().sha256())
                .bind("pdfPage", pdfPage)
                .bind("dpi", page.source().dpi())
                .bind("rawWidth", page.rawWidth())
                .bind("rawHeight", page.rawHeight())
                .bind("exifOrientation", page.exifOrientation())
                .bind("quarterTurns", page.quarterTurns())
                .bind("width", page.width())
                .bind("height", page.height())
                .bind("hash", page.perceptualHash())
                .bind("split", Words.word(page.split()))
                .bind("state", Words.word(page.state()))
                .bind("tags", Words.tags(page.tags()))
                .bind("remark", page.remark());
    }
}
