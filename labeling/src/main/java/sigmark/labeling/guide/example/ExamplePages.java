package sigmark.labeling.guide.example;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import sigmark.labeling.guide.ExampleScene;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideExample;
import sigmark.labeling.guide.GuideRule;

/** Which images a guide's examples are cut from: pages that everybody sees, so that none of them can be gold. */
public final class ExamplePages {
    private final SamplePages sample = new SamplePages();
    private final Map<String, String> hashes = new HashMap<>();

    /** SHA-256 of each image file, in hexadecimal. */
    public Set<String> of(Guide guide) {
        Set<String> found = new HashSet<>();
        for (GuideRule rule : guide.rules()) {
            for (GuideExample example : rule.examples()) {
                if (example.scene() instanceof ExampleScene.Cut cut
                        && !cut.page().isEmpty()) {
                    found.add(cut.page());
                } else if (example.scene() instanceof ExampleScene.Sample region) {
                    sample.find(region.region())
                            .ifPresent(labeled -> found.add(hashes.computeIfAbsent(labeled.image(), sample::sha256)));
                }
            }
        }
        return found;
    }
}
