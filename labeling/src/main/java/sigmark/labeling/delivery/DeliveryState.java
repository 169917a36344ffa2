package sigmark.labeling.delivery;

import java.util.Locale;

/** How far a work package is, as its curator sees it. */
public enum DeliveryState {
    /** Sent, nothing came back yet in this round. */
    OUT,
    /** Some of its pages came back. */
    PARTLY_IN,
    /** All of its pages came back. */
    IN,
    ACCEPTED,
    RETURNED;

    /** The word in files, columns and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state of that word. */
    public static DeliveryState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
