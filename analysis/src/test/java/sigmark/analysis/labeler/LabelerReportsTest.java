package sigmark.analysis.labeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.acceptance.Judgement;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.analysis.acceptance.PlanWish;
import sigmark.analysis.statistics.Proportion;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.inspection.Reason;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.InspectionStore;

/** What packages say of their labelers, from labels that went out, came back and were inspected. */
class LabelerReportsTest {
    private static final List<String> RIGHT = List.of("x^{1}", "x^{2}", "x^{3}");

    @TempDir
    Path folder;

    @Test
    void goldAgreementPaceAndRulesAreCountedByHand() throws Exception {
        try (Deliveries trip = new Deliveries(folder, 4, 4)) {
            trip.deliver(
                    "Kim",
                    List.of("p1"),
                    List.of(),
                    List.of("p4"),
                    Map.of("p1", RIGHT, "p4", List.of("x^1", "x^{9}", "")));
            trip.deliver(
                    "Park",
                    List.of("p2"),
                    List.of("p1"),
                    List.of(),
                    Map.of("p1", List.of("x^{1}", "y^{2}", ""), "p2", RIGHT));
            LabelerReport kim = report(trip, "Kim");
            assertThat(kim.vendor()).isEqualTo("Vendor of Kim");
            assertThat(kim.gold().right())
                    .as("x^1 is x^{1}; one wrong, one missed")
                    .isEqualTo(new Proportion(1, 3));
            assertThat(kim.gold().boxes()).isEqualTo(new Proportion(2, 3));
            assertThat(kim.gold().slips()).hasSize(2);
            assertThat(kim.tooFewToRank()).isTrue();
            assertThat(kim.agreement().latex())
                    .as("of two formulas that both have")
                    .isEqualTo(new Proportion(1, 2));
            assertThat(kim.agreement().boxes50()).isEqualTo(new Proportion(4, 5));
            assertThat(kim.agreement().differing()).hasSize(1);
            assertThat(kim.perActiveHour().orElse(0))
                    .as("a formula in ten seconds")
                    .isEqualTo(360, within(1e-9));
            assertThat(kim.regions()).as("gold pages are not work").isEqualTo(3);
            assertThat(kim.violations()).containsExactlyEntriesOf(Map.of("braces", 1));
            assertThat(report(trip, "Park").gold().right().n()).isZero();
            assertThat(report(trip, "Park").gold().right().wilson())
                    .as("not measured")
                    .isEmpty();
        }
    }

    @Test
    void anAcceptedPackageIsBilledAndAReturnedOneStandsApart() throws Exception {
        try (Deliveries trip = new Deliveries(folder, 4, 9)) {
            String good =
                    trip.deliver("Kim", List.of("p1", "p2"), List.of(), List.of(), Map.of("p1", RIGHT, "p2", RIGHT));
            String bad = trip.deliver("Kim", List.of("p3"), List.of(), List.of(), Map.of("p3", RIGHT));
            Judgement accepted = inspect(trip, good, Verdict.RIGHT);
            Judgement returned = inspect(trip, bad, Verdict.wrong(Reason.MEANING, "the exponent is 3"));
            assertThat(accepted.accepted()).isTrue();
            assertThat(returned.accepted()).isFalse();
            assertThat(returned.rate()).isEqualTo(new Proportion(3, 3));
            assertThat(new PackageInspection(trip.project()).remarks(bad))
                    .hasSize(3)
                    .allSatisfy(remark -> assertThat(remark.text()).isEqualTo("the exponent is 3"));
            assertThat(new DeliveryStore(trip.project()).find(bad).orElseThrow().state())
                    .isEqualTo(DeliveryState.RETURNED);
            assertThat(trip.project().pages().count(SliceQuery.parse("state:returned")))
                    .isEqualTo(1);
            LabelerReport report = report(trip, "Kim");
            assertThat(report.firstPass()).isEqualTo(new Proportion(6, 9));
            StringWriter csv = new StringWriter();
            InvoiceCsv.write(List.of(report), 120, csv);
            assertThat(csv.toString().lines().toList()).hasSize(3).satisfies(lines -> {
                assertThat(lines.get(1))
                        .startsWith("Vendor of Kim,Kim,Week 1,")
                        .contains(",accepted,6,6,0,120.0,720.0,");
                assertThat(lines.get(2)).contains(",returned,3,0,3,120.0,0.0,");
            });
        }
    }

    @Test
    void whatSomebodyMendsLaterIsACorrection() throws Exception {
        try (Deliveries trip = new Deliveries(folder, 2, 9)) {
            trip.deliver("Kim", List.of("p1"), List.of(), List.of(), Map.of("p1", RIGHT));
            FormulaRegion region = trip.project()
                    .regions()
                    .ofPage("p1", sigmark.labeling.project.Layer.HUMAN)
                    .get(0);
            trip.project().apply(new TypeLatex(region.id(), "x^{7}"), 0);
            assertThat(report(trip, "Kim").corrections()).isEqualTo(1);
        }
    }

    @Test
    void theSampleIsTheSameAgainAndBothRisksAreKnown() throws Exception {
        try (Deliveries trip = new Deliveries(folder, 12, 99)) {
            List<String> pages = trip.project().pages().ids(SliceQuery.ALL);
            Map<String, List<String>> labels = new java.util.HashMap<>();
            pages.forEach(page -> labels.put(page, RIGHT));
            String id = trip.deliver("Kim", pages, List.of(), List.of(), labels);
            PackageInspection inspections = new PackageInspection(trip.project());
            PlanWish wish = new PlanWish(false, false, 0.02, 0.05, 0.25, 0.10);
            Inspection begun = inspections.begin(id, wish, 7);
            assertThat(begun.items()).hasSizeLessThan(36).hasSize(begun.plan().sampleSize());
            assertThat(inspections.begin(id, wish, 8))
                    .as("one that is going on is gone on with")
                    .isEqualTo(begun);
            Judgement judgement = Judgement.of(begun);
            assertThat(judgement.returnedAtAql()).isBetween(0.0, 0.05);
            assertThat(judgement.acceptedAtLtpd()).isBetween(0.0, 0.10);
        }
    }

    private static Judgement inspect(Deliveries trip, String id, Verdict verdict) {
        PackageInspection inspections = new PackageInspection(trip.project());
        Inspection inspection = inspections.begin(id, PlanWish.DEFAULT, 1);
        for (InspectedItem item : inspection.items()) {
            inspection = new InspectionStore(trip.project()).judge(inspection.id(), item.place(), verdict);
        }
        return inspections.decide(inspection);
    }

    private static LabelerReport report(Deliveries trip, String labeler) {
        Function<FormulaRegion, List<String>> rules =
                region -> region.latex().filter("x^{3}"::equals).isPresent() && region.state() == LabelState.SUBMITTED
                        ? List.of("braces")
                        : List.of();
        return new LabelerReports(trip.project(), rules)
                .all(Progress.SILENT).stream()
                        .filter(each -> each.labeler().equals(labeler))
                        .findFirst()
                        .orElseThrow();
    }
}
