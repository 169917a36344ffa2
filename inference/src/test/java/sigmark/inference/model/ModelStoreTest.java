package sigmark.inference.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

class ModelStoreTest {
    private static final byte[] WEIGHTS = {1, 2, 3, 4};

    @TempDir
    Path folder;

    private ModelStore store;
    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        store = new ModelStore(List.of(folder));
        model = Files.createDirectories(folder.resolve("tiny-2"));
        Files.write(model.resolve("model.onnx"), WEIGHTS);
        Files.writeString(
                model.resolve("card.json"),
                """
                {"name": "tiny", "version": "2", "task": "recognizer", "licence": "CC0-1.0", "files": ["model.onnx"],
                 "sha256": "%s", "parameters": 4, "input": {"height": 64}}
                """
                        .formatted(ModelStore.hash(List.of(WEIGHTS))));
    }

    @Test
    void opensAModelWithItsCardAndFiles() {
        ModelFiles files = store.open("tiny-2");
        assertThat(files.bytes("model.onnx")).isEqualTo(WEIGHTS);
        assertThat(ModelStore.nameOf(files.card())).isEqualTo("tiny-2");
        assertThat(files.card().document().path("input").path("height").asInt()).isEqualTo(64);
        assertThat(store.list(new ArrayList<>())).contains(files.card());
    }

    @Test
    void aCutOffFileIsNamedAsDamaged() throws IOException {
        Files.write(model.resolve("model.onnx"), new byte[] {1, 2});
        assertProblem("tiny-2", "model.damaged");
    }

    @Test
    void aMissingFileAndAMissingModelAreNamed() throws IOException {
        assertProblem("huge-9", "model.missing");
        Files.delete(model.resolve("model.onnx"));
        assertProblem("tiny-2", "model.file-missing");
    }

    @Test
    void aBrokenCardIsListedAsAProblemWhileTheOthersStay() throws IOException {
        Files.createDirectories(folder.resolve("bad-1"));
        Files.writeString(folder.resolve("bad-1").resolve("card.json"), "{\"name\": ");
        List<Problem> problems = new ArrayList<>();
        assertThat(store.list(problems)).extracting(ModelCard::name).contains("tiny");
        assertThat(problems).extracting(Problem::code).containsExactly("model.card-broken");
    }

    @Test
    void aNameThatLeavesTheFolderIsRefused() {
        assertProblem("../tiny-2", "model.missing");
    }

    @Test
    void cudaFallsBackToTheCpuWithAReason() {
        Device device = Device.choose(DeviceWish.CUDA);
        if (device.cuda()) {
            assertThat(device.reason()).isEmpty();
        } else {
            assertThat(device.reason()).contains("CUDA");
        }
        assertThat(Device.choose(DeviceWish.CPU)).isEqualTo(Device.CPU);
    }

    private void assertProblem(String name, String code) {
        assertThatThrownBy(() -> store.open(name)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(
                        e.problem().code())
                .isEqualTo(code));
    }
}
