package sigmark.analysis.report;

import java.util.Locale;

/** The files that a report is made of; its word is the file's ending. */
public enum ReportFormat {
    HTML,
    PDF,
    CSV,
    JSON;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
