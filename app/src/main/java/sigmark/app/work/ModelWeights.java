package sigmark.app.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelStore;
import sigmark.inference.work.Problem;
import sigmark.labeling.project.StoredRun;

/** How many trained weights the installed models have, looked up by the hash that a run records. */
public final class ModelWeights {
    private final ModelStore models;
    private Map<String, Long> byHash = Map.of();

    public ModelWeights(ModelStore models) {
        this.models = models;
    }

    /** Detector and recognizer of a run together; empty when one of them is not installed. Blocks at the first call. */
    public synchronized OptionalLong of(StoredRun run) {
        if (byHash.isEmpty()) {
            Map<String, Long> found = new HashMap<>();
            List<Problem> unreadable = new ArrayList<>();
            for (ModelCard card : models.list(unreadable)) {
                found.put(card.sha256(), card.parameters());
            }
            byHash = found;
        }
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
        return sum == 0 ? OptionalLong.empty() : OptionalLong.of(sum);
    }
}
