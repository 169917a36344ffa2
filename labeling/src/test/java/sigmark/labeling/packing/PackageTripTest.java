package sigmark.labeling.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.DeliveryState;
import sigmark.labeling.delivery.PageRole;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.edit.DeleteRegion;
import sigmark.labeling.edit.SetPageState;
import sigmark.labeling.edit.TurnPage;
import sigmark.labeling.edit.TypeLatex;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.LabelState;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.VendorCopyStore;

/** Packages on their way out, back, and out again. */
class PackageTripTest {
    @TempDir
    Path folder;

    private Parcel parcel;

    @BeforeEach
    void pack() {
        parcel = new Parcel(folder);
    }

    @Test
    void whatALabelerDrawsComesBackWithLabelerPackageAndTimes() throws Exception {
        try (ProjectStore project = parcel.project("p", 3, 0)) {
            PackageOut.Sent sent = parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            assertThat(sent.balance().out()).isEqualTo(3);
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                assertThat(copy.undo())
                        .as("pages of the package cannot be undone")
                        .isEmpty();
                Parcel.label(copy, 3, "k");
                parcel.handIn(copy, parcel.file("back.sigpack"), Parcel.KIM_KEY);
            }
            MergeReport report = merge(project, "back.sigpack", Resolution.ASK);
            assertThat(report.end()).isEqualTo(MergeReport.End.MERGED);
            assertThat(report.balance().in()).isEqualTo(3);
            assertThat(report.balance().out()).isEqualTo(3);
            FormulaRegion region = Parcel.human(project, "page-2").get(0);
            assertThat(region.latex()).contains("k^{2}");
            assertThat(region.state()).isEqualTo(LabelState.SUBMITTED);
            assertThat(region.provenance().person()).isEqualTo("A. Kim");
            assertThat(region.provenance().workPackage()).contains(sent.work().id());
            assertThat(region.provenance().activeMillis()).isPositive();
            assertThat(project.pages().find("page-2").orElseThrow().state()).isEqualTo(LabelState.SUBMITTED);
            DeliveredPage page =
                    new DeliveryStore(project).pages(sent.work().id()).get(1);
            assertThat(page.activeMillis()).isEqualTo(5_000);
            assertThat(new DeliveryStore(project)
                            .find(sent.work().id())
                            .orElseThrow()
                            .state())
                    .isEqualTo(DeliveryState.IN);
            assertThat(project.pages()
                            .count(SliceQuery.parse("package:" + sent.work().id())))
                    .isEqualTo(3);
        }
    }

    @Test
    void aPartMayBeHandedInFirstAndTheSameFileTwiceChangesNothing() throws Exception {
        try (ProjectStore project = parcel.project("p", 4, 0)) {
            parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                Parcel.label(copy, 2, "k");
                HandIn.Made part = parcel.handIn(copy, parcel.file("part.sigpack"), Parcel.KIM_KEY);
                assertThat(part.balance().out()).isEqualTo(2);
                assertThat(codes(part.balance().leftOut().stream()
                                .map(l -> l.reason())
                                .toList()))
                        .containsExactly("package.page-not-submitted", "package.page-not-submitted");
                for (Page page : copy.pages().list(SliceQuery.parse("state:untouched"))) {
                    copy.apply(new SetPageState(page.id(), LabelState.SUBMITTED), 500);
                }
                copy.apply(new TypeLatex("kpage-1", "again"), 500);
                parcel.handIn(copy, parcel.file("all.sigpack"), Parcel.KIM_KEY);
            }
            assertThat(merge(project, "part.sigpack", Resolution.ASK).pages()).isEqualTo(2);
            long revision = project.info().revision();
            assertThat(merge(project, "part.sigpack", Resolution.ASK).end()).isEqualTo(MergeReport.End.MERGED_BEFORE);
            assertThat(project.info().revision()).isEqualTo(revision);

            assertThat(merge(project, "all.sigpack", Resolution.ASK).pages()).isEqualTo(4);
            assertThat(Parcel.human(project, "page-1").get(0).latex()).contains("again");
            assertThat(merge(project, "part.sigpack", Resolution.ASK).end())
                    .as("the older return does not take the newer one back")
                    .isEqualTo(MergeReport.End.MERGED_BEFORE);
            assertThat(Parcel.human(project, "page-1").get(0).latex()).contains("again");
        }
    }

    @Test
    void aMergeIsTakenBackInOneStepAndDoneAgainInOne() throws Exception {
        try (ProjectStore project = parcel.project("p", 3, 0)) {
            parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                Parcel.label(copy, 3, "k");
                parcel.handIn(copy, parcel.file("back.sigpack"), Parcel.KIM_KEY);
            }
            merge(project, "back.sigpack", Resolution.ASK);
            project.undo();
            assertThat(project.regions().count(SliceQuery.ALL)).isZero();
            assertThat(project.pages().count(SliceQuery.parse("state:untouched")))
                    .isEqualTo(3);
            project.redo();
            assertThat(project.regions().count(SliceQuery.ALL)).isEqualTo(3);
            assertThat(project.pages().count(SliceQuery.parse("state:submitted")))
                    .isEqualTo(3);
        }
    }

    @Test
    void openingAgainResumesAndNeverWritesOverWork() throws Exception {
        try (ProjectStore project = parcel.project("p", 2, 0)) {
            parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            assertThat(parcel.open(parcel.file("week.sigpack"), "kim").resumed())
                    .isFalse();
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                Parcel.label(copy, 1, "k");
            }
            assertThat(parcel.open(parcel.file("week.sigpack"), "kim").resumed())
                    .isTrue();
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                assertThat(Parcel.human(copy, "page-1")).hasSize(1);
                assertThat(copy.pages().find("page-1").orElseThrow().tags())
                        .as("curators' own")
                        .isEmpty();
                assertThat(copy.pages().find("page-1").orElseThrow().remark()).isEmpty();
            }
            assertThat(problem(() -> parcel.open(parcel.file("week.sigpack"), "p")))
                    .isIn("package.folder-taken", "project.locked");
        }
    }

    @Test
    void changesOnBothSidesAreMergedAndConflictsWait() throws Exception {
        try (ProjectStore project = parcel.project("p", 2, 0)) {
            Parcel.label(project, 2, "c");
            parcel.send(
                    project,
                    Parcel.order("A. Kim").withQuery(SliceQuery.ALL, PackageOrder.LabelsSent.ALL),
                    parcel.file("week.sigpack"));
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                assertThat(Parcel.human(copy, "page-1").get(0).provenance().person())
                        .as("whose work it was is not told")
                        .isEmpty();
                copy.apply(new TypeLatex("cpage-1", "theirs"), 10);
                copy.apply(new TypeLatex("cpage-2", "theirs"), 10);
                for (Page page : copy.pages().list(SliceQuery.ALL)) {
                    copy.apply(new SetPageState(page.id(), LabelState.SUBMITTED), 10);
                }
                parcel.handIn(copy, parcel.file("back.sigpack"), Parcel.KIM_KEY);
            }
            project.apply(new TypeLatex("cpage-2", "ours"), 0);
            project.apply(new TurnPage("page-1", 1), 0);
            long revision = project.info().revision();
            MergeReport open = merge(project, "back.sigpack", Resolution.ASK);
            assertThat(open.end()).isEqualTo(MergeReport.End.CONFLICTS);
            assertThat(open.open()).extracting(Conflict::regionId).containsExactly("cpage-2");
            assertThat(project.info().revision()).as("nothing merged").isEqualTo(revision);

            MergeReport merged =
                    merge(project, "back.sigpack", new Resolution(Resolution.Rule.OURS, java.util.Map.of()));
            assertThat(merged.end()).isEqualTo(MergeReport.End.MERGED);
            assertThat(merged.balance().out()).isEqualTo(1);
            assertThat(Parcel.human(project, "page-1").get(0).latex()).contains("theirs");
            assertThat(Parcel.human(project, "page-1").get(0).box().top())
                    .as("the box lies as the page was turned here")
                    .isEqualTo(50);
            assertThat(Parcel.human(project, "page-2").get(0).latex()).contains("ours");
        }
    }

    @Test
    void severalLabelersWorkAtOnceAndOverlapAndGoldStandAside() throws Exception {
        try (ProjectStore project = parcel.project("p", 6, 2)) {
            PackageOrder first = new PackageOrder(
                    "A",
                    "A. Kim",
                    "Hanbit",
                    PackageOrder.UNTOUCHED,
                    2,
                    1,
                    0,
                    PackageOrder.LabelsSent.OWN,
                    false,
                    Optional.empty(),
                    "");
            PackageOut.Sent kim = parcel.send(project, first, parcel.file("a.sigpack"));
            PackageOut.Sent park =
                    parcel.send(project, Parcel.order("J. Park").withGold(1).withOverlap(1), parcel.file("b.sigpack"));
            assertThat(roles(project, kim))
                    .containsOnly(java.util.Map.entry(PageRole.WORK, 2L), java.util.Map.entry(PageRole.GOLD, 1L));
            assertThat(roles(project, park))
                    .containsOnly(
                            java.util.Map.entry(PageRole.WORK, 2L),
                            java.util.Map.entry(PageRole.GOLD, 1L),
                            java.util.Map.entry(PageRole.OVERLAP, 1L));
            parcel.open(parcel.file("a.sigpack"), "kim");
            parcel.open(parcel.file("b.sigpack"), "park");
            try (ProjectStore a = parcel.copy("kim", "A. Kim");
                    ProjectStore b = parcel.copy("park", "J. Park")) {
                Parcel.label(a, 3, "k");
                Parcel.label(b, 4, "j");
                parcel.handIn(a, parcel.file("a-back.sigpack"), Parcel.KIM_KEY);
                parcel.handIn(b, parcel.file("b-back.sigpack"), Parcel.PARK_KEY);
            }
            merge(project, "b-back.sigpack", Resolution.ASK);
            merge(project, "a-back.sigpack", Resolution.ASK);
            assertThat(project.regions().count(SliceQuery.parse("labeler:kim"))).isEqualTo(2);
            assertThat(project.regions().count(SliceQuery.parse("labeler:park")))
                    .isEqualTo(2);
            assertThat(new DeliveryStore(project).pages(park.work().id()))
                    .allSatisfy(page ->
                            assertThat(page.delivered().orElseThrow().regions()).hasSize(1));
        }
    }

    @Test
    void aReturnedPackageGoesOutAgainWithRemarks() throws Exception {
        try (ProjectStore project = parcel.project("p", 2, 0)) {
            PackageOut.Sent sent = parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                Parcel.label(copy, 2, "k");
                parcel.handIn(copy, parcel.file("back.sigpack"), Parcel.KIM_KEY);
            }
            merge(project, "back.sigpack", Resolution.ASK);
            String id = sent.work().id();
            assertThat(problem(() -> again(project, id, List.of()))).isEqualTo("package.not-returned");
            new DeliveryStore(project).setState(id, DeliveryState.RETURNED);
            again(project, id, List.of(new ReturnRemark("page-1", "kpage-1", "meaning", "the exponent is 3")));
            parcel.open(parcel.file("again.sigpack"), "kim-2");
            try (ProjectStore copy = parcel.copy("kim-2", "A. Kim")) {
                assertThat(new VendorCopyStore(copy).remarks().get("kpage-1").text())
                        .isEqualTo("the exponent is 3");
                assertThat(copy.pages().find("page-1").orElseThrow().state()).isEqualTo(LabelState.RETURNED);
                copy.apply(new TypeLatex("kpage-1", "k^{3}"), 10);
                copy.apply(new DeleteRegion("kpage-2"), 10);
                copy.apply(new SetPageState("page-1", LabelState.SUBMITTED), 10);
                parcel.handIn(copy, parcel.file("back-2.sigpack"), Parcel.KIM_KEY);
            }
            assertThat(merge(project, "back-2.sigpack", Resolution.ASK).end()).isEqualTo(MergeReport.End.MERGED);
            assertThat(Parcel.human(project, "page-1").get(0).latex()).contains("k^{3}");
            assertThat(Parcel.human(project, "page-1").get(0).state()).isEqualTo(LabelState.SUBMITTED);
            assertThat(Parcel.human(project, "page-2")).isEmpty();
        }
    }

    @Test
    void nothingInAPackageTellsWhichPagesAreGold() throws Exception {
        Path one;
        Path other;
        try (ProjectStore project = parcel.project("p", 5, 5)) {
            List<Page> pages = project.pages().list(SliceQuery.ALL);
            one = sendWithGold(project, pages, List.of(0, 3), "one.sigpack");
            project.backup(folder.resolve("copy/Middle school.sigmark"));
            copyImages();
        }
        try (ProjectStore twin = ProjectStore.open(folder.resolve("copy"), Parcel.LEE, Parcel.CLOCK)) {
            List<Page> pages = twin.pages().list(SliceQuery.ALL);
            other = sendWithGold(twin, pages, List.of(1, 2, 4), "other.sigpack");
        }
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
        String content = Files.readString(one, StandardCharsets.ISO_8859_1);
        assertThat(content).doesNotContain("g_{", "gold", "curators-only", "remark of the curator", "TEST");
    }

    private Path sendWithGold(ProjectStore store, List<Page> pages, List<Integer> gold, String name) {
        List<Page> hidden = gold.stream().map(pages::get).toList();
        List<Page> work = pages.stream().filter(page -> !hidden.contains(page)).toList();
        new PackageOut(store, Parcel.PROJECT_KEY, PackageGuide.NONE)
                .send(
                        Parcel.order("A. Kim"),
                        PageChoice.of(work, List.of(), hidden),
                        parcel.file(name),
                        Progress.SILENT);
        return parcel.file(name);
    }

    private void copyImages() throws Exception {
        Files.createDirectories(folder.resolve("copy/images"));
        try (var files = Files.list(folder.resolve("p/images"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("copy/images").resolve(file.getFileName()));
            }
        }
    }

    @Test
    void aLabelersKeyIsEnrolledOnceAndOnlyThatKeySpeaksForThem() throws Exception {
        try (ProjectStore project = parcel.project("p", 1, 0)) {
            parcel.send(project, Parcel.order("A. Kim"), parcel.file("week.sigpack"));
            parcel.open(parcel.file("week.sigpack"), "kim");
            try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
                Parcel.label(copy, 1, "k");
                parcel.handIn(copy, parcel.file("back.sigpack"), Parcel.KIM_KEY);
                copy.apply(new TypeLatex("kpage-1", "new"), 1);
                parcel.handIn(copy, parcel.file("forged.sigpack"), Parcel.PARK_KEY);
            }
            PackageIn in = new PackageIn(project, PackageGuide.NONE);
            Problem unknown = assertProblem(
                    () -> in.merge(parcel.file("back.sigpack"), Resolution.ASK, Optional.empty(), Progress.SILENT));
            assertThat(unknown.code()).isEqualTo("package.unknown-key");
            assertThat(unknown.facts()).containsEntry("fingerprint", Parcel.KIM_KEY.fingerprint());
            in.merge(
                    parcel.file("back.sigpack"),
                    Resolution.ASK,
                    Optional.of(Parcel.KIM_KEY.fingerprint().replace("-", " ")),
                    Progress.SILENT);
            assertThat(problem(() ->
                            in.merge(parcel.file("forged.sigpack"), Resolution.ASK, Optional.empty(), Progress.SILENT)))
                    .isEqualTo("package.wrong-key");
            assertThat(Parcel.human(project, "page-1").get(0).latex()).contains("k^{2}");
        }
    }

    private void again(ProjectStore project, String id, List<ReturnRemark> remarks) {
        new PackageOut(project, Parcel.PROJECT_KEY, PackageGuide.NONE)
                .sendAgain(id, remarks, Optional.empty(), "see remarks", parcel.file("again.sigpack"), Progress.SILENT);
    }

    private MergeReport merge(ProjectStore project, String file, Resolution resolution) {
        String key = file.startsWith("b-") ? Parcel.PARK_KEY.fingerprint() : Parcel.KIM_KEY.fingerprint();
        MergeReport report = new PackageIn(project, PackageGuide.NONE)
                .merge(parcel.file(file), resolution, Optional.of(key), Progress.SILENT);
        assertThat(project.check()).isEmpty();
        return report;
    }

    private static java.util.Map<PageRole, Long> roles(ProjectStore project, PackageOut.Sent sent) {
        return new DeliveryStore(project)
                .pages(sent.work().id()).stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                DeliveredPage::role, java.util.stream.Collectors.counting()));
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }

    private static String problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return assertProblem(work).code();
    }

    private static Problem assertProblem(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        Problem[] found = new Problem[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(ProblemException.class, e -> found[0] = e.problem());
        return found[0];
    }
}
