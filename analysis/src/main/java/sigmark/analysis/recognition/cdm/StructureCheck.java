package sigmark.analysis.recognition.cdm;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What character detection matching does not see, told from the canonical tokens of both sides: a sign on another script
 * level ({@code x_2} against {@code x^2}), in another alphabet ({@code R} against {@code \mathbb{R}}), or in another
 * place of the row ({@code xy} against {@code yx}). Stands beside the CDM numbers and is never part of them.
 */
public final class StructureCheck {
    /** Longer pairs are not compared: the table of this many cells takes about 16 MB. */
    private static final long MOST_CELLS = 4_000_000;

    /** A sign kept as it is weighs more than the same sign kept elsewhere, whatever else has to give way. */
    private static final int AS_IT_IS = 3;

    private static final int SAME_SIGN = 2;

    private final List<PlacedSign> truth;
    private final List<PlacedSign> found;
    private final Set<StructureError> errors = EnumSet.noneOf(StructureError.class);

    private StructureCheck(List<PlacedSign> truth, List<PlacedSign> found) {
        this.truth = truth;
        this.found = found;
    }

    /** The kinds of differences, each once, in the order of the enumeration. */
    public static List<StructureError> of(List<String> truthCanonical, List<String> predictionCanonical) {
        if (truthCanonical.equals(predictionCanonical)) {
            return List.of();
        }
        List<PlacedSign> truth = PlacedSign.of(truthCanonical);
        List<PlacedSign> found = PlacedSign.of(predictionCanonical);
        if ((truth.size() + 1L) * (found.size() + 1L) > MOST_CELLS) {
            return List.of(StructureError.NOT_CHECKED);
        }
        StructureCheck check = new StructureCheck(truth, found);
        check.align();
        return List.copyOf(check.errors);
    }

    private void align() {
        int[][] kept = kept();
        List<PlacedSign> missing = new ArrayList<>();
        List<PlacedSign> extra = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < truth.size() && j < found.size()) {
            int worth = worth(truth.get(i), found.get(j));
            if (worth > 0 && kept[i][j] == worth + kept[i + 1][j + 1]) {
                compare(truth.get(i++), found.get(j++));
            } else if (kept[i][j] == kept[i + 1][j]) {
                missing.add(truth.get(i++));
            } else {
                extra.add(found.get(j++));
            }
        }
        missing.addAll(truth.subList(i, truth.size()));
        extra.addAll(found.subList(j, found.size()));
        missing.forEach(sign -> elsewhere(sign, extra));
    }

    /** Most that can be kept of the tails from (i, j) on. */
    private int[][] kept() {
        int[][] kept = new int[truth.size() + 1][found.size() + 1];
        for (int i = truth.size() - 1; i >= 0; i--) {
            for (int j = found.size() - 1; j >= 0; j--) {
                int worth = worth(truth.get(i), found.get(j));
                int apart = Math.max(kept[i + 1][j], kept[i][j + 1]);
                kept[i][j] = worth == 0 ? apart : Math.max(apart, worth + kept[i + 1][j + 1]);
            }
        }
        return kept;
    }

    private static int worth(PlacedSign a, PlacedSign b) {
        return !a.sign().equals(b.sign()) ? 0 : a.equals(b) ? AS_IT_IS : SAME_SIGN;
    }

    /** A sign that was not found in its row, but left over elsewhere: moved to another level, or along the row. */
    private void elsewhere(PlacedSign sign, List<PlacedSign> extra) {
        for (int k = 0; k < extra.size(); k++) {
            PlacedSign other = extra.get(k);
            if (sign.sign().equals(other.sign())) {
                if (sign.level().equals(other.level())) {
                    errors.add(StructureError.ORDER);
                }
                compare(sign, other);
                extra.remove(k);
                return;
            }
        }
    }

    private void compare(PlacedSign a, PlacedSign b) {
        if (!Objects.equals(a.level(), b.level())) {
            errors.add(StructureError.SCRIPT_LEVEL);
        }
        if (!Objects.equals(a.alphabet(), b.alphabet())) {
            errors.add(StructureError.FONT);
        }
    }
}
