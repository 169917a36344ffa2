package sigmark.app.analyze.overview;

import java.util.Locale;

/** Which pictures stand between the numbers and the samples. */
enum PictureSet {
    READING,
    BOXES,
    TIME,
    SLICES;

    String key() {
        return "analyze.pictures." + name().toLowerCase(Locale.ROOT);
    }
}
