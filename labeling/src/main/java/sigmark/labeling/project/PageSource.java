package sigmark.labeling.project;

import java.util.OptionalInt;

/**
 * Where a page's pixels come from.
 *
 * @param path relative to the project folder when {@code copied}, else absolute; {@code /} between names
 * @param copied whether the image lies in the project folder
 * @param sha256 of the whole file, lower-case hex
 * @param pdfPage 0-based page of a PDF; empty for images
 * @param dpi resolution at which a PDF page is drawn; 0 for images
 */
public record PageSource(String path, boolean copied, String sha256, OptionalInt pdfPage, int dpi) {}
