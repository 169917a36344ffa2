package sigmark.labeling.exchange;

import sigmark.inference.page.PageDecoder;

/**
 * How pages are imported.
 *
 * @param copy whether files are copied into the project's folder; otherwise they are linked and stay where they are
 * @param dpi resolution at which PDF pages are drawn, 36 to 1200
 * @param recursive whether folders inside given folders are looked into
 */
public record ImportOptions(boolean copy, int dpi, boolean recursive) {
    /** Copied, at the usual resolution, folders and all that is in them. */
    public static final ImportOptions DEFAULT = new ImportOptions(true, PageDecoder.DEFAULT_DPI, true);

    public ImportOptions {
        if (dpi < 36 || dpi > 1200) {
            throw new IllegalArgumentException("dpi %d is not from 36 to 1200".formatted(dpi));
        }
    }
}
