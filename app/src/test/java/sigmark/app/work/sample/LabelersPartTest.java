package sigmark.app.work.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.analysis.labeler.InvoiceCsv;
import sigmark.analysis.labeler.LabelerReport;
import sigmark.analysis.labeler.LabelerReports;
import sigmark.app.work.Keys;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.edit.Author;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Layer;
import sigmark.labeling.project.Page;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.QuestionStore;

/** What labelers did for the sample is there once it is made. */
class LabelersPartTest {
    @TempDir
    static Path folder;

    private static ProjectStore store;

    @BeforeAll
    static void make() {
        Path project = folder.resolve("sample");
        SampleProject.create(project, "Sample", new Author("Kim"), Progress.SILENT);
        store = ProjectStore.open(project, new Author("Kim"));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void onePackageIsAcceptedAndOneIsReturnedWithRemarks() {
        List<Delivery> packages = new DeliveryStore(store).list();
        assertThat(packages)
                .extracting(Delivery::state)
                .containsExactlyInAnyOrder(DeliveryState.ACCEPTED, DeliveryState.RETURNED);
        assertThat(packages).allSatisfy(each -> assertThat(each.pagesIn()).isEqualTo(4));
        for (Delivery each : packages) {
            boolean returned = each.state() == DeliveryState.RETURNED;
            assertThat(new PackageInspection(store).remarks(each.work().id()).isEmpty())
                    .isEqualTo(!returned);
        }
    }

    @Test
    void labelsBearTheirLabelerPackageGuideAndTimes() {
        List<Page> pages = store.pages().list(SliceQuery.parse("slide")).stream()
                .filter(page -> page.name().compareTo("17") > 0)
                .toList();
        assertThat(pages).hasSize(4).allSatisfy(page -> assertThat(
                        store.regions().ofPage(page.id(), Layer.HUMAN))
                .isNotEmpty()
                .allSatisfy(region -> {
                    assertThat(region.latex()).isPresent();
                    assertThat(region.provenance().workPackage()).isPresent();
                    assertThat(region.provenance().person()).isIn("김서연", "James Park");
                    assertThat(region.provenance().guideVersion()).isPositive();
                    assertThat(region.provenance().activeMillis()).isPositive();
                    assertThat(region.provenance().createdAt())
                            .as("the story ended yesterday")
                            .isBetween(Instant.now().minus(Duration.ofDays(30)), Instant.now());
                }));
    }

    @Test
    void questionsAreOpenAnsweredAndInTheGuide() {
        List<Question> questions = new QuestionStore(store).list();
        assertThat(questions).hasSize(4).allSatisfy(question -> {
            assertThat(question.crop().isThere()).isTrue();
            assertThat(store.pages().find(question.pageId())).isPresent();
        });
        assertThat(questions)
                .extracting(Question::state)
                .contains(QuestionState.OPEN, QuestionState.ANSWERED, QuestionState.IN_GUIDE);
    }

    @Test
    void bothLabelersAreMeasuredAndTooFewToRank() {
        List<LabelerReport> reports = new LabelerReports(store, Keys.rules(store)).all(Progress.SILENT);
        assertThat(reports).hasSize(2).allSatisfy(report -> {
            assertThat(report.tooFewToRank()).isTrue();
            assertThat(report.agreement().pages()).isPositive();
            assertThat(report.perActiveHour().orElse(0)).isBetween(100.0, 700.0);
        });
        assertThat(reports)
                .as("the first labeler's accepted page is gold for the second")
                .extracting(report -> report.gold().right().n())
                .containsExactlyInAnyOrder(0L, 10L);
        StringWriter csv = new StringWriter();
        InvoiceCsv.write(reports, 100, csv);
        assertThat(csv.toString()).contains(",accepted,", ",returned,");
    }

    @Test
    void theLabeledSampleIsAsItWas() {
        List<FormulaRegion> gold = store.pages().list(SliceQuery.ALL).stream()
                .flatMap(page -> store.regions().ofPage(page.id(), Layer.GOLD).stream())
                .toList();
        assertThat(gold).hasSize(10);
        assertThat(store.pages().count(SliceQuery.parse("state:accepted"))).isEqualTo(16 + 2);
        assertThat(store.check()).isEmpty();
    }
}
