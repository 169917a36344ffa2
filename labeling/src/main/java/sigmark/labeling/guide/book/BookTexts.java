package sigmark.labeling.guide.book;

import sigmark.labeling.guide.Severity;

/** The few words of a book that stand in no guide, in its language; keys are message keys below {@code guide.}. */
@FunctionalInterface
public interface BookTexts {
    String text(String key);

    default String severity(Severity severity) {
        return text("guide.severity." + severity.word());
    }
}
