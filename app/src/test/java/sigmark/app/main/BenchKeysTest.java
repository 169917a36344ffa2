package sigmark.app.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.app.base.Workbench;
import sigmark.app.base.key.Action;
import sigmark.app.base.key.KeyBook;
import sigmark.labeling.edit.Author;
import sigmark.labeling.store.ProjectStore;

/** Walks the keys of the real workbenches. */
class BenchKeysTest {
    @TempDir
    Path folder;

    private FlowWindow flow;

    @BeforeEach
    void open() throws Exception {
        ProjectStore.create(folder.resolve("p"), "p", new Author("Kim")).close();
        flow = new FlowWindow(preferences -> preferences);
        flow.open(folder.resolve("p"));
    }

    @AfterEach
    void close() {
        flow.close();
    }

    @Test
    void noTwoActionsAnswerToOneKeyInOnePlace() {
        List<Workbench> benches =
                flow.window().shell().projectProperty().get().orElseThrow().benches();
        assertThat(benches).extracting(Workbench::id).contains("service", "label", "guide", "run", "analyze");
        assertThat(benches).allSatisfy(bench -> assertThat(bench.actions()).isNotEmpty());

        List<Action> all = flow.window().window().actions().all();
        KeyBook keys = flow.window().desk().keys();
        assertThat(all).extracting(Action::id).doesNotHaveDuplicates();
        assertThat(keys.conflicts(all)).isEmpty();

        List<Action> doubled = new ArrayList<>(all);
        doubled.add(Action.of("another", "analyze", () -> {}).withKeys("F"));
        assertThat(keys.conflicts(doubled)).containsExactly("F: another");
    }
}
