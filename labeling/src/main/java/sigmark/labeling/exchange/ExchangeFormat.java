package sigmark.labeling.exchange;

import java.io.IOException;
import java.nio.file.Path;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;

/** One format in which labels come and go. Says what it can do; what it cannot throws. */
public interface ExchangeFormat {
    /** The word for it on the command line, such as {@code coco}. */
    String name();

    /** Whether it can be imported. */
    boolean reads();

    /** Whether it can be exported. */
    boolean writes();

    /** Whether a file looks like one of this format, by a look at its beginning. Cheap, and never throws. */
    boolean recognizes(Path file);

    /**
     * Reads a label file; image files are looked for beside it and not opened.
     *
     * @throws sigmark.inference.work.ProblemException when the file as a whole cannot be read; single bad rows are left
     *     out in the result
     */
    ReadLabels read(Path file, Progress progress) throws IOException;

    /**
     * Writes labels and images into an empty folder that the caller puts in place.
     *
     * @return regions offered, regions written, and per page and field what the format cannot hold
     */
    Balance write(ExportSet set, Path folder, Progress progress) throws IOException;
}
