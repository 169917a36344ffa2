package sigmark.inference.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.recognize.Vocabulary;

class StoredCropsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.of(List.of("x", "y", "+"));

    @TempDir
    Path folder;

    @Test
    void givesCropsOfTheTrainingSplitThatTheVocabularyCanWrite() throws IOException {
        ImageIO.write(
                new BufferedImage(30, 12, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("a.png").toFile());
        StoredCrops crops = read(
                "{'image':'a.png','latex':'x+y','split':'train'}",
                "{'image':'a.png','latex':'x','split':'test'}",
                "{'image':'a.png','latex':'z','split':'train'}",
                "{'image':'a.png','latex':null,'split':'train'}");

        Optional<LabeledCrop> crop = crops.draw(new Random(1), 10);

        assertThat(crops.size()).isEqualTo(1);
        assertThat(crop).isPresent();
        assertThat(crop.get().pieces()).containsExactly(2, 4, 3);
        assertThat(crops.draw(new Random(1), 2)).isEmpty();
    }

    @Test
    void picturesThatAreGoneAreLeftOut() throws IOException {
        StoredCrops crops = read("{'image':'gone.png','latex':'x'}");

        assertThat(crops.draw(new Random(1), 10)).isEmpty();
    }

    private StoredCrops read(String... lines) throws IOException {
        Path list = folder.resolve("labels.jsonl");
        Files.writeString(list, String.join("\n", lines).replace('\'', '"'));
        return StoredCrops.read(list, VOCABULARY);
    }
}
