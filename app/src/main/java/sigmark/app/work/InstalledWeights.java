package sigmark.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import sigmark.inference.model.ModelCard;
import sigmark.labeling.project.StoredRun;

/** How many weights the models of a run have, told by the models that are installed. */
public final class InstalledWeights {
    private final Map<String, Long> byHash = new HashMap<>();

    /** Looks through the installed models once. */
    public InstalledWeights() {
        for (ModelCard card : Installation.pipelines().models().list(new ArrayList<>())) {
            byHash.put(card.sha256(), card.parameters());
        }
    }

    /** Detector and recognizer together; absent when one of them is not installed. */
    public OptionalLong of(StoredRun run) {
        long sum = 0;
        for (String hash : (run.detectorHash() + "+" + run.recognizerHash()).split("\\+", -1)) {
            if (!hash.isEmpty()) {
                Long weights = byHash.get(hash);
                if (weights == null) {
                    return OptionalLong.empty();
                }
                sum += weights;
            }
        }
        return OptionalLong.of(sum);
    }
}
