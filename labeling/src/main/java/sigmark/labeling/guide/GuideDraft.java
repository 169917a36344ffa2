package sigmark.labeling.guide;

/**
 * The next version while it is being written.
 *
 * @param basedOn the version that it began from; 0 when there was none
 */
public record GuideDraft(GuideSource source, int basedOn) {}
