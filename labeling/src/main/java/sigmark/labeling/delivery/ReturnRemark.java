package sigmark.labeling.delivery;

/** What a curator says of a region of a package that goes out again. */
public record ReturnRemark(String pageId, String regionId, String reason, String text) {}
