package sigmark.app.rule;

import sigmark.app.base.Texts;
import sigmark.app.base.control.Chip;
import sigmark.labeling.guide.Severity;

/** A rule's severity in icon, word and tint. */
public final class SeverityChip {
    private SeverityChip() {}

    public static Chip of(Texts texts, Severity severity) {
        return new Chip(tint(severity), icon(severity), texts.live("guide.severity." + severity.word()));
    }

    /** Without a background, for rows. */
    public static Chip bare(Texts texts, Severity severity) {
        return Chip.bare(tint(severity), icon(severity), texts.live("guide.severity." + severity.word()));
    }

    private static Chip.Tint tint(Severity severity) {
        return switch (severity) {
            case BLOCKING -> Chip.Tint.BAD;
            case WARNING -> Chip.Tint.WARNING;
            case ADVICE -> Chip.Tint.PLAIN;
        };
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case BLOCKING -> "fth-slash";
            case WARNING -> "fth-alert-triangle";
            case ADVICE -> "fth-info";
        };
    }
}
