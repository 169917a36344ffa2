package sigmark.analysis.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sigmark.analysis.evaluation.EvaluationSample;
import sigmark.inference.latex.render.FormulaRenderer;
import sigmark.inference.latex.render.Glyph;
import sigmark.inference.page.PixelImage;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.Progress;
import sigmark.labeling.project.Page;
import sigmark.labeling.store.ProjectStore;

/**
 * Measures the pictures of many samples; each page is decoded once.
 *
 * @param bySample by the sample's id
 * @param leftOut pages whose image could not be read
 */
public record QualitySurvey(Map<String, CropQuality> bySample, List<LeftOut> leftOut) {
    /** Nothing measured. */
    public static final QualitySurvey NONE = new QualitySurvey(Map.of(), List.of());

    private static final double MARGIN = 4;
    private static final int SKEW_SIDE = 900;

    public QualitySurvey {
        bySample = Map.copyOf(bySample);
        leftOut = List.copyOf(leftOut);
    }

    /** Measures all samples; a cancelled survey covers the pages that were done. */
    public static QualitySurvey of(ProjectStore store, List<EvaluationSample> samples, Progress progress) {
        Map<String, List<EvaluationSample>> pages = new LinkedHashMap<>();
        samples.forEach(sample -> pages.computeIfAbsent(sample.page().id(), id -> new ArrayList<>())
                .add(sample));
        PagePictures pictures = new PagePictures(store);
        Map<String, CropQuality> bySample = new HashMap<>();
        List<LeftOut> leftOut = new ArrayList<>();
        int done = 0;
        for (List<EvaluationSample> ofPage : pages.values()) {
            if (progress.cancelled()) {
                break;
            }
            Page page = ofPage.get(0).page();
            pictures.upright(page)
                    .ifPresentOrElse(
                            picture -> measure(picture, ofPage, bySample),
                            () -> leftOut.add(
                                    new LeftOut(page.name(), Problem.of("evaluation.no-picture", page.name()))));
            progress.update(++done, pages.size(), page.name());
        }
        return new QualitySurvey(bySample, leftOut);
    }

    private static void measure(PixelImage page, List<EvaluationSample> samples, Map<String, CropQuality> bySample) {
        double skew = SkewMeter.degrees(page.reducedTo(SKEW_SIDE).grey());
        for (EvaluationSample sample : samples) {
            sample.box().grow(MARGIN).clip(page.width(), page.height()).ifPresent(box -> {
                var crop = page.crop(box).grey();
                bySample.put(
                        sample.id(), new CropQuality(CropMeter.blur(crop), CropMeter.contrast(crop), em(sample), skew));
            });
        }
    }

    private static OptionalDouble em(EvaluationSample sample) {
        return sample.truth()
                .flatMap(truth -> truth.latex())
                .map(latex -> em(latex, sample.box().height()))
                .orElse(OptionalDouble.empty());
    }

    /** Pixels of an em, when the ink of this LaTeX is that high. */
    static OptionalDouble em(String latex, double pixels) {
        List<Glyph> glyphs = FormulaRenderer.layout(latex).glyphs();
        double top = glyphs.stream().mapToDouble(Glyph::top).min().orElse(0);
        double bottom = glyphs.stream().mapToDouble(Glyph::bottom).max().orElse(0);
        return bottom - top > 0.1 ? OptionalDouble.of(pixels / (bottom - top)) : OptionalDouble.empty();
    }
}
