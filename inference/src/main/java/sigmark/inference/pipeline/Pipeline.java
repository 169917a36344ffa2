package sigmark.inference.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sigmark.inference.detect.Detector;
import sigmark.inference.page.Box;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PixelImage;
import sigmark.inference.recognize.Recognizer;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.StepTimes;

/**
 * A detector and a recognizer working on whole pages: page image → formula boxes → crops → LaTeX, each step timed.
 * Without a detector the page itself is taken as one formula. Safe to call from several threads if its models are.
 */
public final class Pipeline implements AutoCloseable {
    private final PipelineDescription description;
    private final Optional<Detector> detector;
    private final Recognizer recognizer;

    /** Takes ownership of the models: {@link #close()} closes them. */
    public Pipeline(PipelineDescription description, Optional<Detector> detector, Recognizer recognizer) {
        this.description = description;
        this.detector = detector;
        this.recognizer = recognizer;
    }

    public PipelineDescription description() {
        return description;
    }

    /** SHA-256 of the detector's files; empty without a detector. */
    public String detectorHash() {
        return detector.map(d -> d.card().sha256()).orElse("");
    }

    public String recognizerHash() {
        return recognizer.card().sha256();
    }

    /**
     * Answers one upright page.
     *
     * @param page the whole page
     * @param decodeNanos what decoding took, carried into the answer's times
     * @param trueBoxes labeled boxes by region id that the recognizer shall read too, apart from the timed answer
     */
    public PagePrediction predict(PixelImage page, long decodeNanos, Map<String, Box> trueBoxes) {
        long start = System.nanoTime();
        List<Detection> found = detect(page);
        long detected = System.nanoTime();
        List<GreyImage> crops = crops(page, found.stream().map(Detection::box).toList());
        long cropped = System.nanoTime();
        List<Reading> readings = read(crops);
        long read = System.nanoTime();

        List<RegionPrediction> regions = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            regions.add(new RegionPrediction(found.get(i), readings.get(i)));
        }
        var times = new StepTimes(decodeNanos, detected - start, cropped - detected, read - cropped);
        return new PagePrediction(regions, readTrueBoxes(page, trueBoxes), times, Optional.empty());
    }

    /** Reads crops alone, each a whole picture of one formula. */
    public List<Reading> readCrops(List<PixelImage> crops) {
        return read(crops.stream().map(PixelImage::grey).toList());
    }

    private List<Detection> detect(PixelImage page) {
        if (detector.isEmpty()) {
            return List.of(new Detection(
                    new Box(0, 0, page.width(), page.height()),
                    sigmark.inference.page.FormulaKind.DISPLAY,
                    sigmark.inference.page.Writing.PRINTED,
                    1));
        }
        double from = description.settings().scoreFrom();
        return ReadingOrder.sort(detector.get().detect(page).stream()
                .filter(detection -> detection.score() >= from)
                .toList());
    }

    private Map<String, Reading> readTrueBoxes(PixelImage page, Map<String, Box> trueBoxes) {
        if (trueBoxes.isEmpty()) {
            return Map.of();
        }
        List<Map.Entry<String, Box>> entries = trueBoxes.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .toList();
        List<Reading> readings =
                read(crops(page, entries.stream().map(Map.Entry::getValue).toList()));
        Map<String, Reading> byRegion = new java.util.HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            byRegion.put(entries.get(i).getKey(), readings.get(i));
        }
        return byRegion;
    }

    private List<GreyImage> crops(PixelImage page, List<Box> boxes) {
        List<GreyImage> crops = new ArrayList<>(boxes.size());
        for (Box box : boxes) {
            double margin = Math.max(
                    PipelineSettings.SMALLEST_MARGIN_PIXELS,
                    description.settings().cropMargin() * box.height());
            crops.add(page.crop(box.grow(margin)).grey());
        }
        return crops;
    }

    private List<Reading> read(List<GreyImage> crops) {
        return crops.isEmpty() ? List.of() : recognizer.read(crops);
    }

    @Override
    public void close() {
        detector.ifPresent(Detector::close);
        recognizer.close();
    }
}
