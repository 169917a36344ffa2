package sigmark.labeling.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/** A sheet as YAML: what people write is read, what cannot be read is named with its line. */
class SheetTextTest {
    private static final String SHEET =
            """
            name: 중학교 문제집
            plan:
              price-per-region: 450
              half-width: 2 %
              wanted:
                - {module: recognizer, slice: "writing:handwritten", count: 9000}
            lines:
              - id: A1
                kind: accuracy-offline
                measure: box-f1
                module: detector
                at-least: 95 %
              - id: A4
                kind: accuracy-offline
                measure: exact-match
                slice: tag:photo
                at-least: 0.8
              - id: C2
                kind: time-offline
                measure: image-to-latex
                at-most: 0.6 s
                percentile: p95
              - id: D1
                kind: qps
                at-least: 20 /s
                within: C2
              - id: D2
                kind: hardware
                machines: 2
                cores: 4
                memory-gib: 2
              - id: D3
                kind: serving-place
                place: mobile
                at-most: 1500 ms
                percentile: p99.9
            """;

    @Test
    void aSheetIsReadLineByLine() {
        SheetReader.Read read = SheetReader.read(SHEET, "sheet.yaml");

        assertThat(read.problems()).isEmpty();
        RequirementSheet sheet = read.sheet();
        assertThat(sheet.name()).isEqualTo("중학교 문제집");
        assertThat(sheet.plan().fixed(PipelineModule.RECOGNIZER, "writing:handwritten"))
                .hasValue(9000);
        assertThat(sheet.plan().halfWidth()).isEqualTo(0.02);
        assertThat(sheet.lines()).extracting(Requirement::id).containsExactly("A1", "A4", "C2", "D1", "D2", "D3");
        assertThat(sheet.line("A1").orElseThrow().bound()).hasValue(0.95);
        assertThat(sheet.line("A4").orElseThrow().module()).isEqualTo(PipelineModule.PIPELINE);
        assertThat(sheet.line("C2").orElseThrow().bound()).hasValue(600);
        assertThat(sheet.line("C2").orElseThrow().perMille()).hasValue(950);
        assertThat(sheet.line("D1").orElseThrow().measure()).contains(Measure.REQUESTS_A_SECOND);
        assertThat(sheet.line("D2").orElseThrow().hardware()).contains(new Hardware(2, 4, 2, false));
        assertThat(sheet.line("D3").orElseThrow().percentile()).isEqualTo("p99.9");
        assertThat(read.places()).containsEntry("A1", "sheet.yaml:8").containsEntry("C2", "sheet.yaml:18");
    }

    @Test
    void whatIsWrittenIsReadBackAsItWas() {
        RequirementSheet sheet = SheetReader.read(SHEET, "sheet.yaml").sheet();
        assertThat(SheetReader.read(SheetWriter.write(sheet), "again").orThrow())
                .isEqualTo(sheet);
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLineAndTheRestIsRead() {
        String text =
                """
                name: x
                lines:
                  - id: A1
                    kind: accuracy-offline
                    measure: box-f1
                    at-most: 95 %
                    colour: red
                  - id: A1
                    kind: qps
                  - id: B2
                    kind: time-offline
                    percentile: p0
                    at-most: 300
                  - kind: qps
                """;

        SheetReader.Read read = SheetReader.read(text, "s.yaml");

        assertThat(read.problems())
                .extracting(problem -> problem.code() + " " + problem.where())
                .containsExactlyInAnyOrder(
                        "requirement.unknown-key s.yaml:7",
                        "requirement.bad-value s.yaml:6",
                        "requirement.twice s.yaml:8",
                        "requirement.bad-value s.yaml:12",
                        "requirement.bad-value s.yaml:13",
                        "requirement.missing-key s.yaml:14");
        assertThat(read.sheet().lines()).extracting(Requirement::id).containsExactly("A1", "B2");
        assertThatThrownBy(read::orThrow).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNoYamlOrABombIsRefusedAtItsLine() {
        assertThat(refused("name: [1, 2\nlines: }")).isEqualTo("requirement.not-yaml s:2");
        assertThat(refused("a: ".repeat(1) + "[".repeat(100) + "]".repeat(100))).startsWith("requirement.not-yaml s:");
        assertThat(refused("x".repeat(1_000_001))).startsWith("requirement.not-yaml");
        assertThat(SheetReader.read("", "s").sheet().lines()).isEmpty();
        assertThat(refused("name: !!javax.script.ScriptEngineManager [x]")).isEqualTo("requirement.not-yaml s:1");
    }

    private static String refused(String text) {
        try {
            SheetReader.read(text, "s");
            return "";
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            return problem.code() + " " + problem.where();
        }
    }

    @Property(tries = 200)
    void anySheetComesBack(@ForAll("sheets") RequirementSheet sheet) {
        assertThat(SheetReader.read(SheetWriter.write(sheet), "s").orThrow()).isEqualTo(sheet);
    }

    @Provide
    Arbitrary<RequirementSheet> sheets() {
        Arbitrary<Requirement> line = Combinators.combine(
                        Arbitraries.of(Measure.values()),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('가', '힣')
                                .ofMaxLength(12),
                        Arbitraries.integers().between(1, 999))
                .as((measure, bound, words, perMille) -> new Requirement(
                        "x",
                        measure.kind(),
                        Optional.of(measure),
                        measure.modules().iterator().next(),
                        words,
                        OptionalDouble.of(measure.unit() == Measure.Unit.MILLIS ? bound : bound / 1000.0),
                        measure.unit() == Measure.Unit.MILLIS ? OptionalInt.of(perMille) : OptionalInt.empty(),
                        OptionalDouble.empty(),
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        words));
        return Combinators.combine(
                        line.list().ofMaxSize(4),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .withCharRange('가', '힣')
                                .ofMaxLength(10))
                .as((lines, name) -> {
                    RequirementSheet sheet = RequirementSheet.empty(name);
                    for (Requirement one : lines) {
                        sheet = sheet.with(new Requirement(
                                "L" + sheet.lines().size(),
                                one.kind(),
                                one.measure(),
                                one.module(),
                                one.slice(),
                                one.bound(),
                                one.perMille(),
                                one.halfWidth(),
                                one.within(),
                                one.hardware(),
                                one.place(),
                                one.note()));
                    }
                    return sheet;
                });
    }

    @Test
    void quantitiesAreReadInTheirUnit() {
        assertThat(Quantity.parse("95%", Measure.Unit.SHARE)).hasValue(0.95);
        assertThat(Quantity.parse("2,5 s", Measure.Unit.MILLIS)).hasValue(2500);
        assertThat(Quantity.parse("300", Measure.Unit.MILLIS)).isEmpty();
        assertThat(Quantity.parse("300 ms", Measure.Unit.SHARE)).isEmpty();
        assertThat(List.of("p95", "P99.9", "95", "p0"))
                .extracting(Quantity::percentile)
                .containsExactly(OptionalInt.of(950), OptionalInt.of(999), OptionalInt.empty(), OptionalInt.empty());
    }
}
