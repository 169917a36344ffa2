package sigmark.analysis.detection;

/**
 * A labeled box.
 *
 * @param id as in the file; the COCO reference takes a match with the truth of id 0 for none, and so do its twelve numbers
 * @param area for size ranges; may differ from the box's own
 * @param crowd does not count: what lies on it is neither right nor wrong
 */
public record TrueBox(long id, long imageId, long categoryId, RawBox box, double area, boolean crowd) {}
