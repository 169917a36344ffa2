package sigmark.labeling.question;

import java.util.Arrays;

/** The picture of what a question is about: a PNG; without bytes when there is none. */
public final class Crop {
    /** No picture. */
    public static final Crop NONE = new Crop(new byte[0]);

    private final byte[] png;

    private Crop(byte[] png) {
        this.png = png;
    }

    /** Of the bytes of a PNG. */
    public static Crop of(byte[] png) {
        return png.length == 0 ? NONE : new Crop(png.clone());
    }

    /** The bytes of the PNG. */
    public byte[] png() {
        return png.clone();
    }

    public boolean isThere() {
        return png.length > 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crop crop && Arrays.equals(png, crop.png);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "Crop[%d bytes]".formatted(png.length);
    }
}
