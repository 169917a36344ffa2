package sigmark.labeling.guide;

/** A rule in one language: its title in one line, and its text in Markdown. */
public record RuleWords(String title, String markdown) {}
