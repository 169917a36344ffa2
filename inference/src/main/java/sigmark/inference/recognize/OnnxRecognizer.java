package sigmark.inference.recognize;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.page.GreyImage;
import sigmark.inference.run.Reading;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Reads crops with an encoder and a decoder in ONNX Runtime, a few answers at a time; the grammar sees to it that every
 * answer parses. One crop after the other on the caller's thread: several threads reading at once use several cores best.
 */
public final class OnnxRecognizer implements Recognizer {
    private static final int BEAMS = 3;
    private static final float FAINTEST_INK = 0.3f;
    private static final int FEWEST_PIECES = 24;
    private static final int PIECES_A_PLACE = 2; // no crop is denser; keeps a lost answer from running on
    private static final String ENCODER = "encoder.onnx";
    private static final String DECODER = "decoder.onnx";
    private static final String VOCABULARY = "vocabulary.txt";

    private final ModelCard card;
    private final CropScaling scaling;
    private final Vocabulary vocabulary;
    private final EncoderDecoder network;
    private final int maxTokens;

    private OnnxRecognizer(
            ModelCard card, CropScaling scaling, Vocabulary vocabulary, EncoderDecoder network, int maxTokens) {
        this.card = card;
        this.scaling = scaling;
        this.vocabulary = vocabulary;
        this.network = network;
        this.maxTokens = maxTokens;
    }

    /**
     * Opens a model.
     *
     * @param threads for one operation; 1 is best when several crops are read side by side
     * @throws ProblemException {@code model.card-broken} when the card lacks what reading needs, {@code model.unusable}
     *     when ONNX Runtime or the vocabulary refuses its files
     */
    public static OnnxRecognizer of(ModelFiles files, Device device, int threads) {
        ModelCard card = files.card();
        JsonNode document = card.document();
        CropScaling scaling = scaling(card, document.path("input"));
        JsonNode architecture = document.path("architecture");
        int width = positive(card, architecture, "width");
        int heads = positive(card, architecture, "heads");
        int layers = positive(card, architecture, "layers");
        int maxTokens = positive(card, architecture, "maxTokens");
        try {
            Vocabulary vocabulary =
                    new Vocabulary(files.text(VOCABULARY).lines().toList());
            EncoderDecoder.Layout layout = new EncoderDecoder.Layout(width, heads, layers, vocabulary.size());
            EncoderDecoder network =
                    EncoderDecoder.of(files.bytes(ENCODER), files.bytes(DECODER), layout, device, threads);
            return new OnnxRecognizer(card, scaling, vocabulary, network, maxTokens);
        } catch (OrtException | IllegalArgumentException refused) {
            throw unusable(card, refused);
        }
    }

    @Override
    public List<Reading> read(List<GreyImage> crops) {
        List<Reading> readings = new ArrayList<>(crops.size());
        for (GreyImage crop : crops) {
            readings.add(read(crop));
        }
        return readings;
    }

    private Reading read(GreyImage crop) {
        CropScaling.Ink ink = scaling.scale(crop);
        if (!ink.darkerThan(FAINTEST_INK)) {
            return Reading.NOTHING;
        }
        try (EncoderDecoder.Crop encoded = network.encode(ink)) {
            int limit = Math.min(maxTokens, FEWEST_PIECES + PIECES_A_PLACE * encoded.places());
            return reading(new BeamSearch(vocabulary, BEAMS, limit).search(encoded));
        } catch (OrtException refused) {
            throw unusable(card, refused);
        }
    }

    private Reading reading(List<BeamSearch.Answer> answers) {
        BeamSearch.Answer best = answers.get(0);
        List<Reading.TokenScore> tokens = new ArrayList<>();
        for (int i = 0; i < best.pieces().size(); i++) {
            for (String token : vocabulary.tokens(best.pieces().get(i))) {
                tokens.add(new Reading.TokenScore(token, best.probabilities().get(i)));
            }
        }
        String latex = latex(best);
        Set<String> seen = new HashSet<>(Set.of(latex));
        List<Reading.Alternative> alternatives = new ArrayList<>();
        for (BeamSearch.Answer answer : answers.subList(1, answers.size())) {
            if (seen.add(latex(answer))) {
                alternatives.add(new Reading.Alternative(latex(answer), score(answer)));
            }
        }
        return new Reading(latex, score(best), tokens, alternatives);
    }

    private String latex(BeamSearch.Answer answer) {
        return CanonicalForm.of(CanonicalForm.join(vocabulary.decode(answer.pieces())));
    }

    private static double score(BeamSearch.Answer answer) {
        return Math.min(1, Math.exp(answer.logProbability()));
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public void close() {
        network.close();
    }

    private static CropScaling scaling(ModelCard card, JsonNode input) {
        try {
            return new CropScaling(
                    positive(card, input, "signHeight"),
                    positive(card, input, "margin"),
                    positive(card, input, "maxHeight"),
                    positive(card, input, "maxWidth"));
        } catch (IllegalArgumentException outOfRange) {
            throw broken(card, String.valueOf(outOfRange.getMessage()));
        }
    }

    private static int positive(ModelCard card, JsonNode node, String field) {
        int value = node.path(field).asInt();
        if (value <= 0) {
            throw broken(card, "no field " + field);
        }
        return value;
    }

    private static ProblemException broken(ModelCard card, String reason) {
        return new ProblemException(Problem.of("model.card-broken", card.name(), "reason", reason));
    }

    private static ProblemException unusable(ModelCard card, Exception refused) {
        String reason = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return new ProblemException(Problem.of("model.unusable", card.name(), "reason", reason), refused);
    }
}
