package sigmark.labeling.project;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A project as a whole.
 *
 * @param id a UUID that stays the same in every copy
 * @param folder the project's folder, absolute
 * @param file the database in it, {@code NAME.sigmark}
 * @param revision counts every change of data, undo included
 * @param guideVersion version of the work guide in force; 0 before there is one
 * @param schema version of the database's tables
 */
public record ProjectInfo(
        String id,
        String name,
        Path folder,
        Path file,
        Instant createdAt,
        long revision,
        int guideVersion,
        int schema) {}
