package sigmark.analysis.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.online.DrawnLog;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.ResultClass;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.online.OnlineStore;

class OnlineReportTest {
    @TempDir
    Path folder;

    private OnlineReport report(String... lines) throws IOException {
        Path log = folder.resolve("log.jsonl");
        Files.write(log, List.of(lines));
        return report(log);
    }

    private OnlineReport report(Path log) {
        try (ProjectStore store = ProjectStore.create(folder.resolve("p"), "Exams", new Author("Kim"))) {
            OnlineStore online = new OnlineStore(store);
            online.importLog(log, Progress.SILENT);
            return OnlineReport.of(online);
        }
    }

    @Test
    void anEmptyProjectHasAnEmptyReport() throws IOException {
        JsonNode document = OnlineReportJson.document(report());
        assertThat(document.path("versions")).isEmpty();
        assertThat(document.path("comparison").isNull()).isTrue();
    }

    @Test
    void theContractIsFilledFromHandWorkedRequests() throws IOException {
        String results =
                """
                [{"shownLatex":"x","outcome":"edited","finalLatex":"y"},{"shownLatex":"x","outcome":"confirmed"},\
                {"shownLatex":"x","outcome":"confirmed"},{"shownLatex":"x","outcome":"silent"},\
                {"shownLatex":"x","outcome":"notSeen"},{"shownLatex":"x","outcome":"deleted"}]""";
        JsonNode version = OnlineReportJson.document(
                        report(
                                """
                                {"requestId":"a","time":"2026-11-24T09:00:00Z","modelVersion":"v","slice":{"source":"photo"},\
                                "spans":[{"name":"ocr.capture","side":"client","start":100,"end":200},\
                                {"name":"http.client.request","side":"client","start":200,"end":900},\
                                {"name":"http.server.request","side":"server","start":5,"end":305},\
                                {"name":"ocr.display","side":"client","start":900,"end":1100}],"results":%s,\
                                "added":[{"latex":"z"}]}"""
                                        .formatted(results),
                                """
                                {"requestId":"b","time":"2026-11-24T09:00:00Z","modelVersion":"v","captureUnknown":true,\
                                "spans":[{"name":"http.client.request","side":"client","start":0,"end":50},\
                                {"name":"ocr.display","side":"client","start":50,"end":70}],"results":[]}"""))
                .path("versions")
                .path(0);
        assertThat(version.path("version").asText()).isEqualTo("v");
        assertThat(version.path("requests").asLong()).isEqualTo(2);
        assertThat(version.path("shown").asLong()).isEqualTo(6);
        assertThat(version.path("seen").asLong()).isEqualTo(5);
        assertThat(version.path("edited").asLong()).isEqualTo(2);
        assertThat(version.path("deleted").asLong()).isEqualTo(1);
        assertThat(version.path("editRateJudged").asDouble()).isEqualTo(0.5);
        assertThat(version.path("editRateSeen").asDouble()).isEqualTo(0.4);
        assertThat(version.path("wrongAtMost").asDouble()).isEqualTo(0.6);
        assertThat(version.path("interval").path(0).asDouble()).isCloseTo(0.15003898915214947, within(1e-12));
        assertThat(version.path("meanSeverityOfEdits").asDouble()).isEqualTo(1);
        assertThat(version.path("addedPerThousand").asDouble()).isEqualTo(500);
        assertThat(version.path("captureToDisplayMs").path("p50").asDouble()).isEqualTo(1000);
        assertThat(version.path("captureUnknownMs").path("p50").asDouble()).isEqualTo(70);
        JsonNode network = StreamSupport.stream(version.path("waterfall").spliterator(), false)
                .filter(part -> part.path("part").asText().equals("network"))
                .findFirst()
                .orElseThrow();
        assertThat(network.path("p50").asDouble()).isEqualTo(400);
    }

    /** Sums of the store against counting every event again. */
    @Test
    void theSumsAreThoseOfTheRequests() throws IOException {
        Path log = folder.resolve("drawn.jsonl");
        DrawnLog drawn = new DrawnLog(4, 30);
        List<OnlineEvent> events = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            events.add(drawn.next(i, 800));
            lines.add(sigmark.labeling.online.EventJson.write(events.get(i)));
        }
        Files.write(log, lines);
        OnlineReport report = report(log);
        Map<String, Long> edited = new HashMap<>();
        for (OnlineEvent event : events) {
            long count = event.results().stream()
                    .filter(result -> Stream.of(ResultClass.Kind.EDITED, ResultClass.Kind.DELETED)
                            .anyMatch(kind -> ResultClass.of(result).kind() == kind))
                    .count();
            event.slice()
                    .forEach((tag, value) ->
                            edited.merge(tag + "=" + value + "/" + event.modelVersion(), count, Long::sum));
        }
        report.slices().stream()
                .filter(slice -> !slice.tag().equals(OnlineReport.LENGTH))
                .forEach(slice -> assertThat(slice.counts().edited())
                        .isEqualTo(edited.get(slice.name() + "/" + slice.version())));
        long byLength = report.slices().stream()
                .filter(slice -> slice.tag().equals(OnlineReport.LENGTH))
                .mapToLong(slice -> slice.counts().edited())
                .sum();
        assertThat(byLength)
                .isEqualTo(report.versions().stream()
                        .mapToLong(version -> version.counts().edited())
                        .sum());
        assertThat(report.comparison().orElseThrow().looks()).hasSize(14);
        assertThat(report.versions().get(0).designEffect().orElseThrow()).isGreaterThanOrEqualTo(1);
    }
}
