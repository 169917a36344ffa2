package sigmark.labeling.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Progress;

class StoreBenchmarkTest {
    @TempDir
    Path folder;

    @Test
    void itMeasuresASmallProject() throws Exception {
        StoreBenchmark.Result result = new StoreBenchmark(folder, 30, 4, 20).run(Progress.SILENT);
        assertThat(result.pages()).isEqualTo(30);
        assertThat(result.regions()).isEqualTo(120);
        assertThat(result.editMedian()).isPositive().isLessThanOrEqualTo(result.editP95());
        assertThat(result.pageQueries()).hasSameSizeAs(result.regionQueries()).isNotEmpty();
    }
}
