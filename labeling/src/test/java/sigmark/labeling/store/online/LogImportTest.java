package sigmark.labeling.store.online;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Progress;
import sigmark.labeling.edit.Author;
import sigmark.labeling.online.CountCell;
import sigmark.labeling.online.DrawnLog;
import sigmark.labeling.online.EventJson;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.TimeHistogram;
import sigmark.labeling.store.ProjectStore;

class LogImportTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path folder;

    private ProjectStore store;
    private OnlineStore online;

    @BeforeEach
    void create() {
        store = ProjectStore.create(folder.resolve("p"), "Exams", new Author("Kim"));
        online = new OnlineStore(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Balance imported(String... lines) {
        try {
            Path log = folder.resolve("log.jsonl");
            Files.writeString(log, String.join("\n", lines));
            return online.importLog(log, Progress.SILENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String event(String id, String time, String rest) {
        return "{\"requestId\":\"%s\",\"time\":\"2026-11-24T%sZ\",\"modelVersion\":\"v1\"%s}".formatted(id, time, rest);
    }

    private static String result(String outcome, String shown, String last) {
        return "{\"id\":\"r\",\"shownLatex\":\"%s\",\"outcome\":\"%s\",\"finalLatex\":%s}"
                .formatted(shown, outcome, last == null ? "null" : "\"" + last + "\"");
    }

    private static String spans(double capture, double display) {
        return ",\"spans\":[{\"name\":\"ocr.capture\",\"side\":\"client\",\"start\":%s,\"end\":%s},"
                        .formatted(capture, capture)
                + "{\"name\":\"ocr.display\",\"side\":\"client\",\"start\":%s,\"end\":%s}]".formatted(display, display);
    }

    private OutcomeCounts sum() {
        return online.cells().stream().map(CountCell::counts).reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
    }

    private static List<String> codes(Balance balance) {
        return balance.leftOut().stream()
                .map(left -> left.reason().code())
                .filter(code -> !code.equals("online.unknown-version"))
                .toList();
    }

    @Test
    void outcomesAreCountedAsTheyAreMeant() {
        imported(event(
                "a",
                "09:00:00",
                ",\"results\":["
                        + String.join(
                                ",",
                                result("edited", "x+1", "x-1"),
                                result("edited", "x^2", "x^{2}"),
                                result("edited", "x+1", "x+1=0"),
                                result("confirmed", "y", null),
                                result("silent", "y", null),
                                result("notSeen", "y", null),
                                result("deleted", "y", null))
                        + "],\"added\":[{\"box\":[1,2,3,4],\"latex\":\"z\"}],\"complaint\":\"no\""));
        OutcomeCounts sum = sum();
        assertThat(sum.requests()).isEqualTo(1);
        assertThat(sum.shown()).isEqualTo(7);
        assertThat(sum.seen()).isEqualTo(6);
        assertThat(sum.edited()).isEqualTo(2);
        assertThat(sum.deleted()).isEqualTo(1);
        assertThat(sum.confirmed()).isEqualTo(3);
        assertThat(sum.cosmetic()).isEqualTo(1);
        assertThat(sum.extended()).isEqualTo(1);
        assertThat(sum.severitySum()).isEqualTo(1 + 1 / 3.0);
        assertThat(sum.added()).isEqualTo(1);
        assertThat(sum.complaints()).isEqualTo(1);
    }

    @Test
    void everyLineThatDoesNotComeInSaysWhy() {
        Balance balance = imported(
                event("a", "09:00:00", ""),
                "",
                event("a", "09:00:00", ""),
                event("a", "09:00:01", ""),
                "{\"requestId\":\"b\",",
                "17",
                "{\"time\":\"2026-11-24T09:00:00Z\",\"modelVersion\":\"v1\"}",
                "{\"requestId\":\"c\",\"time\":\"yesterday\",\"modelVersion\":\"v1\"}",
                "{\"requestId\":\"d\",\"time\":\"2026-11-24T09:00:00Z\"}",
                event("e", "09:00:00", ",\"results\":[{\"outcome\":\"liked\"}]"),
                event("f", "08:00:00", spans(500, 100)));
        assertThat(balance.in()).isEqualTo(10);
        assertThat(balance.out()).isEqualTo(2);
        assertThat(codes(balance))
                .containsExactly(
                        "online.duplicate",
                        "online.duplicate-differs",
                        "online.broken-line",
                        "online.broken-line",
                        "online.field-missing",
                        "online.bad-value",
                        "online.field-missing",
                        "online.bad-value",
                        "online.display-before-capture");
        assertThat(online.imports().get(0).leftOut()).hasSize(balance.leftOut().size());
        assertThat(balance.leftOut().get(0).item()).isEqualTo("log.jsonl:3");
    }

    @Test
    void aHugeLineIsReadPastAndItsNeighboursComeIn() throws IOException {
        Path log = folder.resolve("huge.jsonl");
        try (var out = Files.newBufferedWriter(log)) {
            out.write(event("a", "09:00:00", "") + "\n{\"requestId\":\"");
            for (int i = 0; i < 9_000; i++) {
                out.write("x".repeat(1024));
            }
            out.write("\"}\n" + event("b", "09:00:00", ""));
        }
        Balance balance = online.importLog(log, Progress.SILENT);
        assertThat(balance.out()).isEqualTo(2);
        assertThat(codes(balance)).containsExactly("online.line-too-long");
    }

    @Test
    void theHigherRevisionReplacesAndTheSumsFollow() {
        imported(event("a", "09:00:00", ",\"revision\":1,\"results\":[" + result("silent", "y", null) + "]"));
        Balance later = imported(event(
                "a",
                "09:00:00",
                ",\"user\":\"u\",\"revision\":3,\"results\":[" + result("edited", "y", "z") + "]" + spans(0, 40)));
        imported(event("a", "09:00:00", ",\"revision\":2,\"results\":[" + result("silent", "y", null) + "]"));
        assertThat(later.out()).isEqualTo(1);
        OutcomeCounts sum = sum();
        assertThat(sum.requests()).isEqualTo(1);
        assertThat(sum.silent()).isZero();
        assertThat(sum.edited()).isEqualTo(1);
        assertThat(online.users().get(0).edited()).isEqualTo(1);
        assertThat(online.times().get("v1").get(Sums.TOTAL).count()).isEqualTo(1);
        assertThat(online.find("a").orElseThrow().revision()).isEqualTo(3);
    }

    @Test
    void theSameImageAgainAtOnceIsARetryAndLaterIsNot() {
        String photo =
                ",\"user\":\"u\",\"imageHash\":\"" + HASH + "\",\"results\":[" + result("edited", "y", "z") + "]";
        imported(event("a", "09:00:00", photo), event("b", "09:01:00", photo), event("c", "10:00:00", photo));
        assertThat(sum().requests()).isEqualTo(2);
        assertThat(sum().edited()).isEqualTo(2);
        assertThat(sum().retries()).isEqualTo(1);
        assertThat(online.requests(RequestFilter.ALL.having(RequestFilter.With.RETRY), 0, 9))
                .extracting("requestId")
                .containsExactly("b");
    }

    @Test
    void unknownFieldsAreKeptAndSlicesAreFound() {
        String line = event("a", "09:00:00", ",\"slice\":{\"source\":\"photo\",\"n\":3},\"later\":{\"x\":[1]}");
        imported(line, event("b", "09:00:00", ",\"slice\":{\"source\":\"scan\"}"));
        assertThat(online.line("a")).contains(line);
        assertThat(online.requests(RequestFilter.ALL.tag("source", "photo"), 0, 10))
                .extracting("requestId")
                .containsExactly("a");
        assertThat(online.count(RequestFilter.ALL.tag("n", "3"))).isEqualTo(1);
    }

    @Test
    void anErasedPersonLeavesTheNumbersAndDoesNotComeBack() throws IOException {
        Path log = folder.resolve("drawn.jsonl");
        new DrawnLog(3, 4).write(log, 200);
        online.importLog(log, Progress.SILENT);
        OutcomeCounts before = sum();
        List<?> usersBefore = online.users();
        UserErasure.Erased erased = online.erase("u-1");
        Balance again = online.importLog(log, Progress.SILENT);
        assertThat(erased.events()).isPositive();
        assertThat(sum()).isEqualTo(before);
        assertThat(online.users()).isEqualTo(usersBefore);
        assertThat(again.out()).isZero();
        assertThat(codes(again)).contains("online.erased");
        online.requests(RequestFilter.ALL, 0, 1000)
                .forEach(row ->
                        assertThat(online.line(row.requestId()).orElseThrow()).doesNotContain("\"u-1\""));
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() throws IOException {
        Path log = folder.resolve("drawn.jsonl");
        new DrawnLog(5, 20).write(log, 300);
        online.importLog(log, Progress.SILENT);
        Function<OnlineStore, Map<String, List<Long>>> times = from -> from.times().entrySet().stream()
                .collect(
                        java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().values().stream()
                                .map(TimeHistogram::count)
                                .sorted()
                                .toList()));
        try (ProjectStore other = ProjectStore.create(folder.resolve("q"), "Other", new Author("Kim"))) {
            List<String> lines = new java.util.ArrayList<>(Files.readAllLines(log));
            java.util.Collections.reverse(lines);
            Files.write(log, lines);
            OnlineStore second = new OnlineStore(other);
            second.importLog(log, Progress.SILENT);
            assertThat(second.cells().stream()
                            .map(CountCell::counts)
                            .map(OutcomeCounts::edited)
                            .sorted())
                    .containsExactlyElementsOf(online.cells().stream()
                            .map(CountCell::counts)
                            .map(OutcomeCounts::edited)
                            .sorted()
                            .toList());
            assertThat(times.apply(second)).isEqualTo(times.apply(online));
        }
    }

    /** Bytes of a good log, changed at random: every line is taken or named, nothing is thrown, and none counts twice. */
    @Test
    void damagedLogsEndInABalance() throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        Path log = folder.resolve("fuzz.jsonl");
        for (int round = 0; round < 60; round++) {
            new DrawnLog(round, 5).write(log, 12);
            byte[] bytes = Files.readAllBytes(log);
            for (int change = random.nextInt(40); change >= 0; change--) {
                int place = random.nextInt(bytes.length);
                bytes[place] = switch (random.nextInt(4)) {
                    case 0 -> (byte) random.nextInt(256);
                    case 1 -> (byte) "{}[]\",:\n-eE0".charAt(random.nextInt(12));
                    case 2 -> bytes[random.nextInt(bytes.length)];
                    default -> (byte) (bytes[place] ^ (1 << random.nextInt(8)));
                };
            }
            Files.write(log, bytes);
            Balance balance = online.importLog(log, Progress.SILENT);
            long lines = new String(bytes, StandardCharsets.ISO_8859_1)
                    .lines()
                    .filter(line -> line.chars().anyMatch(c -> c > ' '))
                    .count();
            long lost = balance.leftOut().stream()
                    .filter(left -> !left.reason()
                            .code()
                            .matches(
                                    "online.(unknown-version|span-turned" + "|display-before-capture|too-many-values)"))
                    .count();
            assertThat(balance.out() + lost).isEqualTo(balance.in());
            assertThat(balance.in()).isBetween(lines - 40, lines + 40);
        }
        assertThat(sum().requests() + sum().retries())
                .isEqualTo(online.count(RequestFilter.ALL)
                        + online.count(RequestFilter.ALL.having(RequestFilter.With.RETRY)));
    }

    @Test
    void anEventIsWrittenAsItIsRead() {
        DrawnLog log = new DrawnLog(1, 3);
        for (int i = 0; i < 50; i++) {
            OnlineEvent event = log.next(i, 50);
            byte[] line = EventJson.write(event).getBytes(StandardCharsets.UTF_8);
            assertThat(EventJson.read(line, line.length, "").event()).isEqualTo(event);
        }
        assertThat(Optional.of(log.next(0, 1)).flatMap(OnlineEvent::user)).isPresent();
    }
}
