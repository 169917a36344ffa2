package sigmark.analysis.detection;

/** A range of areas in square pixels, both ends included: an area of exactly 1,024 is small and medium. */
public record SizeRange(String name, double smallest, double largest) {
    public static final SizeRange ALL = new SizeRange("all", 0, 1e10);
    public static final SizeRange SMALL = new SizeRange("small", 0, 1024);
    public static final SizeRange MEDIUM = new SizeRange("medium", 1024, 9216);
    public static final SizeRange LARGE = new SizeRange("large", 9216, 1e10);

    boolean holds(double area) {
        return !(area < smallest || area > largest);
    }
}
