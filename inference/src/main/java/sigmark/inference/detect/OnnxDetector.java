package sigmark.inference.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sigmark.inference.model.Device;
import sigmark.inference.model.ModelCard;
import sigmark.inference.model.ModelFiles;
import sigmark.inference.page.Box;
import sigmark.inference.page.GreyImage;
import sigmark.inference.page.InkSnap;
import sigmark.inference.page.PixelImage;
import sigmark.inference.run.Detection;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * Finds formulas with a fully convolutional network in ONNX Runtime. A page of any size is brought to the text height
 * that the network was trained for and cut into overlapping tiles, so that memory stays bounded; boxes are then drawn
 * tight around the ink of the page itself.
 */
public final class OnnxDetector implements Detector {
    private static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment();
    private static final int TILE = 1536;
    private static final int OVERLAP = 384;
    private static final double LARGEST_SCALE = 3;
    private static final double MOST_PIXELS = 24e6;
    private static final double SAME = 0.55;

    private final ModelCard card;
    private final OrtSession session;
    private final Settings settings;

    /**
     * What the card says about the network and its use.
     *
     * @param em height in pixels of the running text's em that the network likes best
     * @param cell pixels a cell of the result stands for
     * @param multiple what width and height of a picture must be multiples of
     * @param scoreFrom boxes less likely than this are left out
     */
    private record Settings(double em, int cell, int multiple, double scoreFrom) {}

    private OnnxDetector(ModelCard card, OrtSession session, Settings settings) {
        this.card = card;
        this.session = session;
        this.settings = settings;
    }

    /**
     * Opens a model.
     *
     * @param threads that one page may use
     * @throws ProblemException {@code model.card-broken} when the card lacks what detection needs, {@code model.unusable}
     *     when ONNX Runtime refuses its file
     */
    public static OnnxDetector of(ModelFiles files, Device device, int threads) {
        ModelCard card = files.card();
        JsonNode input = card.document().path("input");
        Settings settings = new Settings(
                positive(card, input, "em"),
                (int) positive(card, input, "cell"),
                (int) positive(card, input, "multiple"),
                positive(card, card.document().path("output"), "scoreFrom"));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            if (device.cuda()) {
                options.addCUDA();
            }
            byte[] model = files.bytes(card.files().get(0));
            return new OnnxDetector(card, ENVIRONMENT.createSession(model, options), settings);
        } catch (OrtException refused) {
            throw unusable(card, refused);
        }
    }

    @Override
    public List<Detection> detect(PixelImage page) {
        GreyImage grey = page.grey();
        InkPicture picture = InkPicture.of(grey, scale(grey)).levelled();
        List<Detection> found = new ArrayList<>();
        for (int top : starts(picture.height())) {
            for (int left : starts(picture.width())) {
                found.addAll(tile(picture, left, top));
            }
        }
        List<Detection> snapped = new ArrayList<>();
        for (Detection rough : CellMap.distinct(found, SAME)) {
            Box box = rough.box().scale(1 / picture.scale(), 1 / picture.scale());
            box.clip(page.width(), page.height())
                    .map(inside -> InkSnap.tight(page, inside))
                    .ifPresent(
                            tight -> snapped.add(new Detection(tight, rough.kind(), rough.writing(), rough.score())));
        }
        return CellMap.distinct(snapped, SAME);
    }

    private double scale(GreyImage page) {
        double most = Math.sqrt(MOST_PIXELS / ((double) page.width() * page.height()));
        return Math.min(Math.min(LARGEST_SCALE, most), settings.em() / PageScale.em(page));
    }

    private static List<Integer> starts(int size) {
        List<Integer> starts = new ArrayList<>();
        int at = 0;
        while (at + TILE < size) {
            starts.add(at);
            at += TILE - OVERLAP;
        }
        starts.add(at);
        return starts;
    }

    /** Boxes of one tile, in the picture's pixels; those cut by an inner edge are left to the next tile. */
    private List<Detection> tile(InkPicture picture, int left, int top) {
        int right = Math.min(picture.width(), left + TILE);
        int bottom = Math.min(picture.height(), top + TILE);
        int width = up(right - left);
        int height = up(bottom - top);
        List<Detection> found = new ArrayList<>();
        for (Detection d :
                run(picture.tile(left, top, width, height), width, height).formulas(settings.scoreFrom())) {
            Box box = d.box().translate(left, top);
            boolean cut = left > 0 && box.left() < left + settings.cell()
                    || top > 0 && box.top() < top + settings.cell()
                    || right < picture.width() && box.right() > right - settings.cell()
                    || bottom < picture.height() && box.bottom() > bottom - settings.cell();
            if (!cut) {
                found.add(new Detection(box, d.kind(), d.writing(), d.score()));
            }
        }
        return found;
    }

    private CellMap run(float[] picture, int width, int height) {
        long[] shape = {1, 1, height, width};
        try (OnnxTensor in = OnnxTensor.createTensor(ENVIRONMENT, FloatBuffer.wrap(picture), shape);
                OrtSession.Result result = session.run(Map.of("image", in))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] values = new float[buffer.remaining()];
            buffer.get(values);
            return new CellMap(values, height / settings.cell(), width / settings.cell(), settings.cell());
        } catch (OrtException refused) {
            throw unusable(card, refused);
        }
    }

    private int up(int size) {
        return (size + settings.multiple() - 1) / settings.multiple() * settings.multiple();
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not let go of a session", e);
        }
    }

    private static double positive(ModelCard card, JsonNode node, String field) {
        double value = node.path(field).asDouble(0);
        if (!(value > 0)) {
            throw new ProblemException(
                    Problem.of("model.card-broken", card.name(), "reason", "no positive number " + field));
        }
        return value;
    }

    private static ProblemException unusable(ModelCard card, Exception refused) {
        return new ProblemException(
                Problem.of("model.unusable", card.name(), "reason", String.valueOf(refused.getMessage())), refused);
    }
}
