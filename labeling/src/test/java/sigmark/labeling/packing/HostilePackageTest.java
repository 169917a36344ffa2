package sigmark.labeling.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.delivery.file.Manifest;
import sigmark.labeling.delivery.file.PackageReader;
import sigmark.labeling.delivery.file.PackageWriter;
import sigmark.labeling.delivery.file.SigningKey;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.ProjectStore;

/** Package files made to do harm, or harmed: each is named, and nothing of it is taken. */
class HostilePackageTest {
    private static final int FUZZ = 400;

    @TempDir
    static Path folder;

    private static Parcel parcel;
    private static ProjectStore project;
    private static Path work;
    private static Path back;
    private static long revision;

    /** One project for all: nothing that is tried here may change it. */
    @BeforeAll
    static void pack() throws Exception {
        parcel = new Parcel(folder);
        project = parcel.project("p", 2, 0);
        work = parcel.file("work.sigpack");
        back = parcel.file("back.sigpack");
        trip(parcel, project, work, back);
        revision = project.info().revision();
    }

    private static void trip(Parcel parcel, ProjectStore project, Path work, Path back) throws Exception {
        parcel.send(project, Parcel.order("A. Kim"), work);
        parcel.open(work, "kim");
        try (ProjectStore copy = parcel.copy("kim", "A. Kim")) {
            Parcel.label(copy, 2, "k");
            parcel.handIn(copy, back, Parcel.KIM_KEY);
        }
    }

    @AfterEach
    void nothingWasTaken() {
        assertThat(project.info().revision()).isEqualTo(revision);
        assertThat(project.regions().count(SliceQuery.ALL)).isZero();
    }

    @AfterAll
    static void close() {
        project.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.txt", "/etc/passwd", "C:/evil", "images/..\\..\\evil", "images/../../x"})
    void namesThatLeaveTheFolder(String name) throws Exception {
        Map<String, byte[]> entries = entries(work);
        entries.put(name, new byte[] {1});
        assertThat(opening(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.unsafe-name");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        Map<String, byte[]> entries = entries(work);
        entries.put("images/00001.png", new byte[24 << 20]);
        assertThat(opening(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.too-large");
    }

    @Test
    void aSwappedImageIsSeen() throws Exception {
        Map<String, byte[]> entries = entries(work);
        byte[] image = entries.get("images/00001.png");
        image[3] ^= 1;
        assertThat(opening(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.changed-entry");
        entries.put("images/00001.png", new byte[image.length + 1]);
        assertThat(opening(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.changed-entry");
        entries.remove("images/00001.png");
        assertThat(opening(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.missing-entry");
    }

    @Test
    void anEditedManifestIsSeen() throws Exception {
        Map<String, byte[]> entries = entries(back);
        String manifest = new String(entries.get("manifest.json"), StandardCharsets.UTF_8);
        entries.put("manifest.json", manifest.replace("A. Kim", "B. Kim").getBytes(StandardCharsets.UTF_8));
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.bad-signature");
        entries.put("manifest.json", "{\"format\":\"sigpack\",\"version\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.bad-manifest");
        entries.put("manifest.json", "{\"format\":\"sigpack\",\"version\":9}".getBytes(StandardCharsets.UTF_8));
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.newer");
        entries.put("extra.txt", new byte[1]);
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.unknown-entry");
    }

    @Test
    void aForgedSignatureIsSeen() throws Exception {
        Map<String, byte[]> entries = entries(back);
        entries.get("signature")[5] ^= 1;
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.bad-signature");
        entries.put("signature", new byte[0]);
        assertThat(merging(zip(entries, StandardCharsets.UTF_8))).isEqualTo("package.bad-signature");
    }

    @Test
    void aReturnSignedByAnotherIsNotMerged() {
        assertThat(merging(resigned(Parcel.PARK_KEY, labels())))
                .as("whether the labeler's own key is known by now or not")
                .isIn("package.unknown-key", "package.wrong-key");
    }

    @Test
    void labelsThatReachForOtherPagesAreNotMerged() {
        assertThat(merging(resigned(Parcel.KIM_KEY, labels().replace("\"page-1\"", "\"page-9\""))))
                .isEqualTo("package.page-not-sent");
        assertThat(merging(resigned(Parcel.KIM_KEY, labels().replace("kpage-2", "kpage-1"))))
                .as("one region on two pages")
                .isEqualTo("package.bad-labels");
        assertThat(merging(resigned(Parcel.KIM_KEY, labels().replace("[50.0", "[5000.0"))))
                .isEqualTo("package.bad-labels");
        assertThat(merging(resigned(Parcel.KIM_KEY, "{\"page\":\"page-1\"}\n"))).isEqualTo("package.bad-labels");
        assertThat(merging(resigned(Parcel.KIM_KEY, "[[[[[[[["))).isEqualTo("package.bad-labels");
    }

    @Test
    void anotherProjectsOrPackagesReturnIsNotMerged() throws Exception {
        try (ProjectStore other = new Parcel(folder.resolve("other")).project("p", 2, 0)) {
            assertThatThrownBy(() -> new PackageIn(other, PackageGuide.NONE)
                            .merge(back, Resolution.ASK, Optional.empty(), Progress.SILENT))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().code()).isEqualTo("package.other-project"));
        }
        assertThat(merging(work)).isEqualTo("package.not-a-return");
        assertThat(opening(back)).isEqualTo("package.not-work");
    }

    @Test
    void aTruncatedFileIsSeen() throws Exception {
        byte[] whole = Files.readAllBytes(back);
        for (int length : new int[] {0, 3, 30, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(parcel.file("cut.sigpack"), java.util.Arrays.copyOf(whole, length));
            assertThat(merging(cut)).isIn("package.truncated", "package.not-a-package");
        }
        assertThat(merging(Files.writeString(parcel.file("text.sigpack"), "no package at all")))
                .isEqualTo("package.not-a-package");
        assertThat(merging(parcel.file("nowhere.sigpack"))).isEqualTo("package.missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "x-windows-949"})
    void packedAgainByAnotherProgramItIsStillRead(String charset) throws Exception {
        for (String name :
                new String[] {"작업 꾸러미/", java.text.Normalizer.normalize("작업/", java.text.Normalizer.Form.NFD)}) {
            if (!Charset.forName(charset).newEncoder().canEncode(name)) {
                continue;
            }
            Map<String, byte[]> inFolder = new LinkedHashMap<>();
            inFolder.put(name, new byte[0]);
            entries(work).forEach((entry, content) -> inFolder.put(name + entry, content));
            Path again = zip(inFolder, Charset.forName(charset));
            try (PackageReader reader = new PackageReader(again)) {
                reader.verify(Progress.SILENT);
                assertThat(reader.manifest().work().labeler()).isEqualTo("A. Kim");
            }
        }
    }

    @Test
    void imagesComeThroughUnderKoreanNamesInEitherForm() throws Exception {
        Path nfd = parcel.file(java.text.Normalizer.normalize("주간 작업.sigpack", java.text.Normalizer.Form.NFD));
        Files.copy(work, nfd);
        parcel.open(nfd, java.text.Normalizer.normalize("작업 사본", java.text.Normalizer.Form.NFD));
        try (ProjectStore copy = ProjectStore.open(
                folder.resolve(java.text.Normalizer.normalize("작업 사본", java.text.Normalizer.Form.NFD)), Parcel.LEE)) {
            var page = copy.pages().find("page-1").orElseThrow();
            assertThat(page.name()).isEqualTo("시험 1.png");
            assertThat(copy.pages().imagePath(page)).exists();
        }
    }

    /** Bytes changed, cut out and put in anywhere: never anything but a named problem, never a change. */
    @Test
    void randomDamageIsAlwaysNamed() throws Exception {
        damageAndRead(new Random(7), FUZZ);
    }

    @Test
    @Tag("long")
    void muchMoreRandomDamageIsAlwaysNamed() throws Exception {
        damageAndRead(new Random(), 100 * FUZZ);
    }

    private static void damageAndRead(Random random, int times) throws Exception {
        byte[] whole = Files.readAllBytes(back);
        for (int i = 0; i < times; i++) {
            byte[] damaged = damage(whole, random);
            Path file = Files.write(parcel.file("fuzz.sigpack"), damaged);
            if (java.util.Arrays.equals(damaged, whole)) {
                continue;
            }
            assertThat(reading(file))
                    .as("damage %d", i)
                    .satisfiesAnyOf(code -> assertThat(code).startsWith("package."), code -> assertThat(code)
                            .isEqualTo("whole"));
        }
    }

    /** Signed nonsense: content that is whole and signed by a known labeler, and still wrong. */
    @Test
    void signedNonsenseIsNamedOrMergedWhole() throws Exception {
        Parcel own = new Parcel(folder.resolve("nonsense"));
        try (ProjectStore store = own.project("p", 2, 0)) {
            Path there = own.file("back.sigpack");
            trip(own, store, own.file("work.sigpack"), there);
            String labels = labels(there);
            Random random = new Random(11);
            for (int i = 0; i < FUZZ / 4; i++) {
                byte[] damaged = damage(labels.getBytes(StandardCharsets.UTF_8), random);
                long before = store.info().revision();
                String code = merging(
                        store,
                        resigned(there, i + 1, Parcel.KIM_KEY, new String(damaged, StandardCharsets.ISO_8859_1)));
                assertThat(code)
                        .as("damage %d", i)
                        .satisfiesAnyOf(c -> assertThat(c).startsWith("package."), c -> assertThat(c)
                                .isEqualTo("merged"));
                if (!code.equals("merged")) {
                    assertThat(store.info().revision()).isEqualTo(before);
                }
            }
            assertThat(store.check()).isEmpty();
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                default -> damaged = java.util.Arrays.copyOf(damaged, Math.max(5, damaged.length - random.nextInt(40)));
            }
        }
        return damaged;
    }

    private static String reading(Path file) {
        try (PackageReader reader = new PackageReader(file)) {
            reader.verify(Progress.SILENT);
            return "whole"; // a byte between entries that says nothing
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private String opening(Path file) {
        try {
            parcel.open(file, "victim");
            return "opened";
        } catch (ProblemException e) {
            assertThat(folder.resolve("victim")).doesNotExist();
            return e.problem().code();
        }
    }

    private static String merging(Path file) {
        return merging(project, file);
    }

    private static String merging(ProjectStore store, Path file) {
        Optional<String> trusted = Optional.of(Parcel.KIM_KEY.fingerprint());
        try {
            new PackageIn(store, PackageGuide.NONE).merge(file, Resolution.ASK, trusted, Progress.SILENT);
            return "merged";
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    private static String labels() {
        return labels(back);
    }

    private static String labels(Path file) {
        try (PackageReader reader = new PackageReader(file)) {
            return new String(reader.bytes("labels.jsonl"), StandardCharsets.UTF_8);
        }
    }

    /** A return as the holder of that key could make it, with labels given. */
    private static Path resigned(SigningKey key, String content) {
        return resigned(back, 1, key, content);
    }

    private static Path resigned(Path like, int handIn, SigningKey key, String content) {
        Path file = parcel.file("resigned.sigpack");
        try (PackageReader reader = new PackageReader(like);
                PackageWriter writer = new PackageWriter(file)) {
            Manifest manifest = reader.manifest();
            writer.add("labels.jsonl", content.getBytes(StandardCharsets.ISO_8859_1));
            writer.finish(Manifest.Kind.RETURN, manifest.work(), manifest.answers(), handIn, key);
            writer.place();
        }
        return file;
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    private Path zip(Map<String, byte[]> entries, Charset names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return Files.write(parcel.file("made.sigpack"), bytes.toByteArray());
    }
}
