package sigmark.inference.model;

import java.util.Locale;

/** Where a person wants models to run. */
public enum DeviceWish {
    /** CUDA when present, else the CPU. */
    AUTO,
    CPU,
    CUDA;

    /** The word on the command line: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wish of that word, in any case. */
    public static java.util.Optional<DeviceWish> ofWord(String word) {
        for (DeviceWish wish : values()) {
            if (wish.word().equalsIgnoreCase(word)) {
                return java.util.Optional.of(wish);
            }
        }
        return java.util.Optional.empty();
    }
}
