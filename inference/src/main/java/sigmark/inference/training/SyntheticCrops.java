package sigmark.inference.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import sigmark.inference.latex.CanonicalForm;
import sigmark.inference.page.GreyImage;
import sigmark.inference.synthesis.FormulaGrammar;
import sigmark.inference.work.Progress;

/**
 * Writes drawn crops with their LaTeX in canonical form: a picture a crop and one list of JSON Lines of the recognizer's
 * kind. Formulas come from our grammar; each crop depends on the seed and its number alone.
 */
public final class SyntheticCrops {
    /** Name of the list. */
    public static final String LIST = "crops.jsonl";

    private static final int MOST_TRIES = 50;

    private final FormulaGrammar grammar;
    private final CropPainter painter;
    private final long seed;
    private final String split;

    /** A crop and its LaTeX. */
    public record Drawn(GreyImage image, String latex) {}

    /** @param split written to each line */
    public SyntheticCrops(FormulaGrammar grammar, CropPainter painter, long seed, String split) {
        this.grammar = grammar;
        this.painter = painter;
        this.seed = seed;
        this.split = split;
    }

    /** The crop of a number. */
    public Drawn draw(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        for (int i = 0; i < MOST_TRIES; i++) {
            String latex = random.nextInt(3) == 0 ? grammar.inline(random) : grammar.display(random);
            if (random.nextInt(3) == 0 && !latex.matches(".*[.,]")) {
                latex += random.nextInt(3) == 0 ? "." : ",";
            }
            Optional<GreyImage> image = painter.paint(latex, random);
            if (image.isPresent()) {
                return new Drawn(image.get(), CanonicalForm.of(latex));
            }
        }
        throw new IllegalStateException("the grammar draws nothing that can be painted");
    }

    /** Writes crops and their list into a folder, which is made when it is missing; gives how many were written. */
    public int write(Path folder, int count, Progress progress) {
        ObjectMapper json = new ObjectMapper();
        int done = 0;
        try {
            Files.createDirectories(folder);
            try (BufferedWriter list = Files.newBufferedWriter(folder.resolve(LIST), StandardCharsets.UTF_8)) {
                while (done < count && !progress.cancelled()) {
                    Drawn crop = draw(done);
                    String file = "crop-%05d.png".formatted(done + 1);
                    ImageIO.write(
                            crop.image().toPixelImage().toBufferedImage(),
                            "png",
                            folder.resolve(file).toFile());
                    ObjectNode line = json.createObjectNode();
                    line.put("image", file).put("latex", crop.latex()).put("split", split);
                    line.putObject("source").put("seed", seed).put("number", done);
                    list.write(json.writeValueAsString(line));
                    list.newLine();
                    done++;
                    progress.update(done, count, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done;
    }
}
