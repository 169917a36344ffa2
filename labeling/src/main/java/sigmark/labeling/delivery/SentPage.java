package sigmark.labeling.delivery;

/** A page that goes out, with its role and the labels that go with it. */
public record SentPage(PageRole role, PageLabels labels) {}
