package sigmark.app.run;

import java.util.Arrays;
import java.util.Locale;
import sigmark.app.base.words.Words;
import sigmark.inference.model.CudaGap;

/** Why a run was not on the device asked for, in the window's language; records keep it in English. */
final class DeviceReason {
    private DeviceReason() {}

    /** @param kept as it stands in a run's record; words of others than this program stay as they are */
    static String in(Words words, String kept) {
        return Arrays.stream(CudaGap.values())
                .filter(gap -> gap.words().equals(kept))
                .findFirst()
                .map(gap -> words.text(
                        "run.cuda-gap." + gap.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse(kept);
    }
}
