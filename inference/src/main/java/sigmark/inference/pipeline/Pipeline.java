package sigmark.inference.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import sigmark.inference.classify.WritingClassifier;
import sigmark.inference.detect.Detector;
import sigmark.inference.page.Box;
import sigmark.inference.page.FormulaKind;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.PixelImage;
import sigmark.inference.page.Writing;
import sigmark.inference.recognize.Recognizer;
import sigmark.inference.run.Detection;
import sigmark.inference.run.PagePrediction;
import sigmark.inference.run.Reading;
import sigmark.inference.run.RegionPrediction;
import sigmark.inference.run.StepTimes;

/**
 * A detector and recognizers working on whole pages: page image → formula boxes → crops → LaTeX, each step timed. Without
 * a detector the page itself is taken as one formula; with a branch a classifier sends each crop to the recognizer of its
 * writing. Safe to call from several threads if its models are.
 */
public final class Pipeline implements AutoCloseable {
    private final PipelineDescription description;
    private final Optional<Detector> detector;
    private final Optional<Branch> branch;
    private final Recognizer recognizer;

    /**
     * The way of handwritten formulas.
     *
     * @param handwritten reads them; may be the recognizer of printed ones itself
     */
    public record Branch(WritingClassifier classifier, Recognizer handwritten) {}

    /** Readings in the order of their crops, what each crop was taken for, and nanoseconds that telling took. */
    private record Read(List<Reading> readings, List<Writing> writings, long classifyNanos) {}

    /** With one recognizer. Takes ownership of the models: {@link #close()} closes them. */
    public Pipeline(PipelineDescription description, Optional<Detector> detector, Recognizer recognizer) {
        this(description, detector, Optional.empty(), recognizer);
    }

    /** As above, with a way of their own for handwritten formulas. */
    public Pipeline(
            PipelineDescription description,
            Optional<Detector> detector,
            Optional<Branch> branch,
            Recognizer recognizer) {
        this.description = description;
        this.detector = detector;
        this.branch = branch;
        this.recognizer = recognizer;
    }

    public PipelineDescription description() {
        return description;
    }

    /** SHA-256 of the detector's files; empty without a detector. */
    public String detectorHash() {
        return detector.map(d -> d.card().sha256()).orElse("");
    }

    /** SHA-256 of the recognizer's files; with a second recognizer both, joined by a plus sign. */
    public String recognizerHash() {
        return branch.map(way -> way.handwritten().card().sha256())
                .filter(second -> !second.equals(recognizer.card().sha256()))
                .map(second -> recognizer.card().sha256() + "+" + second)
                .orElse(recognizer.card().sha256());
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
        return answer(page, found, new long[] {decodeNanos, detected - start}, trueBoxes);
    }

    /** Answers a picture of one formula: the detector, if there is one, is passed by. */
    public PagePrediction predictWhole(PixelImage formula, long decodeNanos) {
        return answer(formula, List.of(whole(formula)), new long[] {decodeNanos, 0}, Map.of());
    }

    private PagePrediction answer(
            PixelImage page, List<Detection> found, long[] decodeDetect, Map<String, Box> trueBoxes) {
        long detected = System.nanoTime();
        List<GreyImage> crops = crops(page, found.stream().map(Detection::box).toList());
        long cropped = System.nanoTime();
        Read read = read(crops);
        long recognize = System.nanoTime() - cropped - read.classifyNanos();

        List<RegionPrediction> regions = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            Detection one = found.get(i);
            Writing writing = branch.isPresent() ? read.writings().get(i) : one.writing();
            regions.add(new RegionPrediction(
                    new Detection(one.box(), one.kind(), writing, one.score()),
                    read.readings().get(i)));
        }
        var times =
                new StepTimes(decodeDetect[0], decodeDetect[1], cropped - detected, read.classifyNanos(), recognize);
        return new PagePrediction(regions, readTrueBoxes(page, trueBoxes), times, Optional.empty());
    }

    /** Reads crops alone, each a whole picture of one formula. */
    public List<Reading> readCrops(List<PixelImage> crops) {
        return read(crops.stream().map(PixelImage::grey).toList()).readings();
    }

    private static Detection whole(PixelImage picture) {
        return new Detection(new Box(0, 0, picture.width(), picture.height()), FormulaKind.DISPLAY, Writing.PRINTED, 1);
    }

    private List<Detection> detect(PixelImage page) {
        if (detector.isEmpty()) {
            return List.of(whole(page));
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
        List<Reading> readings = read(crops(
                        page, entries.stream().map(Map.Entry::getValue).toList()))
                .readings();
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

    private Read read(List<GreyImage> crops) {
        if (crops.isEmpty()) {
            return new Read(List.of(), List.of(), 0);
        }
        if (branch.isEmpty()) {
            return new Read(recognizer.read(crops), List.of(), 0);
        }
        long start = System.nanoTime();
        List<Writing> writings = branch.get().classifier().classify(crops);
        long classified = System.nanoTime() - start;
        Reading[] readings = new Reading[crops.size()];
        Arrays.fill(readings, Reading.NOTHING);
        for (Writing writing : Writing.values()) {
            Recognizer reader = writing == Writing.HANDWRITTEN ? branch.get().handwritten() : recognizer;
            List<Integer> places = IntStream.range(0, crops.size())
                    .filter(i -> writings.get(i) == writing)
                    .boxed()
                    .toList();
            List<Reading> answers = places.isEmpty()
                    ? List.of()
                    : reader.read(places.stream().map(crops::get).toList());
            for (int i = 0; i < answers.size(); i++) {
                readings[places.get(i)] = answers.get(i);
            }
        }
        return new Read(List.of(readings), writings, classified);
    }

    @Override
    public void close() {
        detector.ifPresent(Detector::close);
        branch.ifPresent(way -> {
            way.classifier().close();
            if (way.handwritten() != recognizer) {
                way.handwritten().close();
            }
        });
        recognizer.close();
    }
}
