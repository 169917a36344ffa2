package sigmark.labeling.requirement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sigmark.labeling.slice.SliceQuery;

/** Vague and contradictory lines are named. */
class SheetCheckTest {
    @Test
    void aCompleteSheetHasNoRemarks() {
        assertThat(
                        remarks(
                                """
                        - {id: A1, kind: accuracy-offline, measure: box-f1, module: detector, at-least: 95 %}
                        - {id: C1, kind: time-offline, measure: image-to-regions, at-most: 300 ms, percentile: p95}
                        - {id: C2, kind: time-offline, measure: image-to-latex, at-most: 600 ms, percentile: p95}
                        - {id: D1, kind: qps, at-least: 5, within: C2}
                        - {id: D2, kind: hardware, cores: 4, memory-gib: 2}
                        - {id: D3, kind: serving-place, place: local-cpu}
                        """))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: X, kind: time-offline, measure: image-to-latex, at-most: 400 ms} | no-percentile",
                "{id: X, kind: accuracy-offline, at-least: 90 %} | no-measure",
                "{id: X, kind: accuracy-offline, measure: exact-match} | no-bound",
                "{id: X, kind: accuracy-offline, measure: exact-match, at-least: 100 %} | never-wrong",
                "{id: X, kind: accuracy-offline, measure: box-f1, module: recognizer, at-least: 90 %} | wrong-module",
                "{id: X, kind: hardware} | no-hardware",
                "{id: X, kind: serving-place} | no-place",
                "{id: X, kind: input-conditions, at-least: 300} | no-condition",
                "{id: X, kind: qps, at-least: 20} | qps-without-time",
                "{id: X, kind: qps, at-least: 20, within: A9} | within-unknown",
                "{id: X, kind: input-conditions, at-least: 3, slice: 'kind:display kind:inline'} | slice-impossible",
                "{id: X, kind: input-conditions, at-least: 3, slice: 'tag:a -tag:a'} | slice-impossible",
                "{id: X, kind: input-conditions, at-least: 3, slice: 'len>20 len<10'} | slice-impossible",
                "{id: X, kind: input-conditions, at-least: 3, slice: 'kind:nothing'} | slice-broken",
                "{id: X, kind: input-conditions, at-least: 3, slice: 'tag:none'} | slice-empty"
            })
    void aLineThatIsVagueOrCannotBeKeptIsNamed(String line, String code) {
        assertThat(remarks("- " + line + "\n")).isEqualTo("X " + code);
    }

    @Test
    void linesThatCannotBothBeKeptAreNamedAtTheLaterOne() {
        assertThat(
                        remarks(
                                """
                        - {id: C1, kind: time-offline, measure: image-to-regions, at-most: 700 ms, percentile: p95}
                        - {id: C2, kind: time-offline, measure: image-to-latex, at-most: 600 ms, percentile: p95}
                        """))
                .isEqualTo("C2 part-slower");
        assertThat(
                        remarks(
                                """
                        - {id: A1, kind: accuracy-offline, measure: exact-match, at-least: 80 %}
                        - {id: A2, kind: accuracy-offline, measure: exact-match, at-least: 70 %}
                        """))
                .isEqualTo("A2 asked-twice");
        assertThat(
                        remarks(
                                """
                        - {id: D1, kind: serving-place, place: cloud-gpu}
                        - {id: D2, kind: hardware, cores: 4, memory-gib: 2}
                        """))
                .isEqualTo("D1 place-and-hardware");
    }

    @Test
    void moreRequestsThanTheMachinesCanHaveInWorkAreNamed() {
        String sheet =
                """
                - {id: C2, kind: time-offline, measure: image-to-latex, at-most: 600 ms, percentile: p95}
                - {id: D1, kind: qps, at-least: %d, within: C2}
                - {id: D2, kind: hardware, machines: 2, cores: 4, memory-gib: 2}
                """;
        assertThat(remarks(sheet.formatted(13))).as("7.8 at once on 8 cores").isEmpty();
        assertThat(remarks(sheet.formatted(14))).as("8.4 at once on 8 cores").isEqualTo("D1 beyond-machines");
    }

    private static String remarks(String lines) {
        RequirementSheet sheet =
                SheetReader.read("name: x\nlines:\n" + lines, "s").orThrow();
        SheetCheck.PageCount pages =
                (SliceQuery query) -> OptionalInt.of(query.text().contains("none") ? 0 : 3);
        return String.join(
                ", ",
                SheetCheck.check(sheet, pages).stream()
                        .map(remark ->
                                remark.line() + " " + remark.problem().code().replace("requirement.", ""))
                        .toList());
    }
}
