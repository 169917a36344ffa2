package sigmark.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What a run of the recognizer is made of; kept as {@code settings.yaml} in its folder, with the record's names as keys.
 *
 * @param lines lists of formulas, one a line
 * @param linesWeight share of the drawn crops
 * @param jsonLines JSON lines of formulas
 * @param withoutSources books left out of them
 * @param jsonLinesWeight share of the drawn crops
 * @param grammarWeight share of the drawn crops that our own grammar makes
 * @param crops lists of crops that lie in files (JSON Lines of the recognizer's kind)
 * @param cropsShare share of the crops that come from them, 0 to 1; the others are drawn
 * @param hangulFonts font files for Korean words
 * @param samplesABatch crops a step, on average
 * @param mostPieces longest formula
 * @param shortFirstSteps steps over which formulas grow from short ones to the longest; 0 for a network that can read
 * @param checkedCrops drawn crops to look at beside the lists' own {@code validation} split; with 0 and no such split nothing
 *     is looked at
 * @param patience looks without a better loss that end the training early; 0 for never
 * @param shape the architecture
 * @param plan steps and rates
 */
public record RecognizerSettings(
        List<Path> lines,
        double linesWeight,
        List<Path> jsonLines,
        Set<String> withoutSources,
        double jsonLinesWeight,
        double grammarWeight,
        List<Path> crops,
        double cropsShare,
        List<Path> hangulFonts,
        int samplesABatch,
        int mostPieces,
        long shortFirstSteps,
        int checkedCrops,
        int patience,
        RecognizerShape shape,
        TrainingPlan plan) {
    public RecognizerSettings {
        lines = List.copyOf(lines);
        jsonLines = List.copyOf(jsonLines);
        withoutSources = Set.copyOf(withoutSources);
        crops = List.copyOf(crops);
        hangulFonts = List.copyOf(hangulFonts);
        if (!(cropsShare >= 0 && cropsShare <= 1)) {
            throw new IllegalArgumentException("cropsShare " + cropsShare + " is not in 0 to 1");
        }
    }

    /** Crops of lists and of our own grammar, with usual sizes; for a network of this shape and plan. */
    public static RecognizerSettings of(List<Path> crops, double cropsShare, RecognizerShape shape, TrainingPlan plan) {
        return new RecognizerSettings(
                List.of(), 0, List.of(), Set.of(), 0, 1, crops, cropsShare, List.of(), 16, 100, 0, 64, 0, shape, plan);
    }

    /** The same with lists of formulas, one a line, that are drawn as often as our own grammar. */
    public RecognizerSettings withFormulas(List<Path> files) {
        return new RecognizerSettings(
                files,
                files.isEmpty() ? 0 : grammarWeight,
                jsonLines,
                withoutSources,
                jsonLinesWeight,
                grammarWeight,
                crops,
                cropsShare,
                hangulFonts,
                samplesABatch,
                mostPieces,
                shortFirstSteps,
                checkedCrops,
                patience,
                shape,
                plan);
    }

    /** The same with other sizes of the run. */
    public RecognizerSettings with(int newSamplesABatch, int newMostPieces, long newShortFirstSteps, int newPatience) {
        return new RecognizerSettings(
                lines,
                linesWeight,
                jsonLines,
                withoutSources,
                jsonLinesWeight,
                grammarWeight,
                crops,
                cropsShare,
                hangulFonts,
                newSamplesABatch,
                newMostPieces,
                newShortFirstSteps,
                checkedCrops,
                newPatience,
                shape,
                plan);
    }

    /** Reads a YAML file. */
    public static RecognizerSettings read(Path yaml) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readValue(yaml.toFile(), RecognizerSettings.class);
    }

    /** Writes a YAML file that {@link #read} understands. */
    public void write(Path yaml) throws IOException {
        new ObjectMapper(new YAMLFactory())
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .writeValue(yaml.toFile(), this);
    }
}
