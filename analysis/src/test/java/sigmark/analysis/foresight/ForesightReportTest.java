package sigmark.analysis.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.verdict.LoggedEvidence;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.store.online.OnlineStore;

class ForesightReportTest {
    @TempDir
    Path folder;

    @Test
    void agreesWhereTheBetterVersionIsEditedLessAndWrongSamplesAre() throws IOException {
        try (TwoSides two = new TwoSides(folder)) {
            two.run("good 1", page -> page % 10 == 0);
            two.run("bad 1", page -> page % 5 < 3);
            for (int p = 0; p < TwoSides.PAGES; p++) {
                two.request("good 1", p, "u" + p % 9, p % 10 != 0, p % 10 == 0);
                two.request("bad 1", p, "v" + p % 9, p % 5 >= 3, p % 5 < 3 && p % 15 != 0);
            }
            two.importLog();
            ForesightReport report = two.report();
            assertThat(report.statement()).isEqualTo(Statement.AGREES);
            assertThat(report.check(Check.About.VERSIONS).state()).isEqualTo(Check.State.YES);
            Check samples = report.check(Check.About.SAMPLES);
            assertThat(samples.state()).isEqualTo(Check.State.YES);
            assertThat(samples.measured().orElseThrow()).isGreaterThan(0.9);
            assertThat(report.samples().samples()).hasSize(2 * TwoSides.PAGES);
            assertThat(report.samples().against()).hasSize(4).allMatch(sample -> !sample.edited());
            assertThat(report.check(Check.About.FORECAST).state()).isEqualTo(Check.State.YES);
            assertThat(ForesightJson.document(report).path("statement").asText())
                    .isEqualTo("agrees");
        }
    }

    @Test
    void disagreesWhereTheOrderIsReversedAndNamesThePair() throws IOException {
        try (TwoSides two = new TwoSides(folder)) {
            two.run("good 1", page -> page % 10 == 0);
            two.run("bad 1", page -> page % 5 < 3);
            for (int p = 0; p < TwoSides.PAGES; p++) {
                two.request("good 1", p, "u" + p % 9, p % 10 != 0, p % 10 != 0);
                two.request("bad 1", p, "v" + p % 9, p % 5 >= 3, p % 10 == 9);
            }
            two.importLog();
            ForesightReport report = two.report();
            assertThat(report.statement()).isEqualTo(Statement.DISAGREES);
            assertThat(report.check(Check.About.VERSIONS).breakers())
                    .singleElement()
                    .asString()
                    .contains("good 1", "bad 1");
            assertThat(report.check(Check.About.SAMPLES).state()).isEqualTo(Check.State.NO);
            assertThat(report.check(Check.About.SAMPLES).breakers()).isNotEmpty();
        }
    }

    @Test
    void saysHowMuchIsMissingWhereLittleWasSeen() throws IOException {
        try (TwoSides two = new TwoSides(folder)) {
            two.run("good 1", page -> page % 10 == 0);
            two.request("good 1", 1, "u", true, false);
            two.request("other 1", 2, "u", true, false);
            two.importLog();
            ForesightReport report = two.report();
            assertThat(report.statement()).isEqualTo(Statement.NOT_ENOUGH);
            assertThat(report.offlineOnly()).containsExactly("other 1");
            assertThat(report.check(Check.About.VERSIONS).missing()).hasValue(1);
            assertThat(report.check(Check.About.SLICES).missing()).hasValue(4);
            assertThat(report.check(Check.About.SAMPLES).missing()).hasValue(28);
        }
    }

    @Test
    void anEmptyLogIsNoEvidence() {
        try (TwoSides two = new TwoSides(folder)) {
            ForesightReport report = two.report();
            assertThat(report.statement()).isEqualTo(Statement.NOT_ENOUGH);
            assertThat(report.check(Check.About.VERSIONS).missing()).hasValue(2);
            assertThat(report.proposals()).isEmpty();
        }
    }

    @Test
    void driftNamesTheLengthThatTheTestSetLacksAndProposesUnknownPages() throws IOException {
        try (TwoSides two = new TwoSides(folder)) {
            for (int p = 1; p < TwoSides.PAGES; p += 2) {
                two.request("good 1", -p, "u" + p, true, p == 5);
            }
            two.importLog();
            ForesightReport report = two.report();
            Drift drift = report.drifts().get(0);
            assertThat(drift.tag()).isEqualTo("tokens");
            assertThat(drift.index().orElseThrow()).isGreaterThan(0.25);
            assertThat(report.check(Check.About.MIX).state()).isEqualTo(Check.State.NO);
            assertThat(report.proposals()).hasSizeGreaterThan(20);
            assertThat(report.proposals().get(0).touched()).isTrue();
            assertThat(report.proposals())
                    .extracting(Proposal::slice)
                    .containsOnly(drift.tag() + "=" + drift.parts().get(0).value());
        }
    }

    @Test
    void theLogAnswersOnlineLines() throws IOException {
        try (TwoSides two = new TwoSides(folder)) {
            two.request("good 1", 1, "u", true, false);
            two.request("good 1", 2, "u", false, true);
            two.request("good 1", 3, "v", true, false);
            two.importLog();
            LoggedEvidence log = new LoggedEvidence(new OnlineStore(two.store), "good 1");
            var rate = log.rate(Measure.EDIT_RATE_JUDGED, "").orElseThrow();
            assertThat(rate.edited()).containsExactlyInAnyOrder(1, 0);
            assertThat(rate.judged()).containsExactlyInAnyOrder(2, 1);
            assertThat(log.rate(Measure.EDIT_RATE_SEEN, "tag:phone len>1")
                            .orElseThrow()
                            .judged())
                    .containsExactlyInAnyOrder(1, 1);
            assertThat(log.rate(Measure.EDIT_RATE_SEEN, "tag:tablet")).isEmpty();
            assertThat(log.rate(Measure.EDIT_RATE_SEEN, "kind:display"))
                    .as("nobody logs the kind")
                    .isEmpty();
            assertThat(log.captureToDisplay("tag:phone")).containsExactlyInAnyOrder(901, 902, 903);
            assertThat(new LoggedEvidence(new OnlineStore(two.store), "other 1").captureToDisplay(""))
                    .isEmpty();
        }
    }
}
