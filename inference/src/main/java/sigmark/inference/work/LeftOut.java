package sigmark.inference.work;

/**
 * One item that did not come through, and why.
 *
 * @param item the file, page, region or record
 */
public record LeftOut(String item, Problem reason) {}
