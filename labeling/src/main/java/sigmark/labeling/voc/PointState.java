package sigmark.labeling.voc;

import java.util.Locale;
import java.util.Optional;

/** How far an improvement point is. People move it up to {@code trained}; {@code verified} only a run can set. */
public enum PointState {
    OPEN,
    DATA_ORDERED,
    TRAINED,
    VERIFIED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PointState> ofWord(String word) {
        for (PointState state : values()) {
            if (state.word().equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
