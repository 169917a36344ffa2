package sigmark.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sigmark.app.base.words.Words;
import sigmark.app.work.print.GuidePdf;
import sigmark.labeling.guide.Guide;
import sigmark.labeling.guide.GuideReader;
import sigmark.labeling.guide.GuideSource;
import sigmark.labeling.guide.GuideVersion;
import sigmark.labeling.guide.book.GuideBook;
import sigmark.labeling.guide.example.ExampleGallery;

/** Writes a guide to files, and reads one from its sources. Files are written beside and then swapped in. */
public final class GuideFiles {
    private static final String RULES = "rules.yaml";
    private static final String WORDS = "guide_";

    private GuideFiles() {}

    /** One HTML page that needs no other file. */
    public static void writeHtml(GuideSource source, Optional<GuideVersion> version, Words words, Path file)
            throws IOException {
        Guide guide = GuideReader.read(source).guide();
        String html = GuideBook.html(
                guide, words.language().code(), edition(version, words), new ExampleGallery(), words::text);
        swapIn(file, html.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Pages to print, with all pictures inside. */
    public static void writePdf(GuideSource source, Optional<GuideVersion> version, Words words, Path file)
            throws IOException {
        Guide guide = GuideReader.read(source).guide();
        swapIn(
                file,
                GuidePdf.write(
                        guide, words.language().code(), edition(version, words), new ExampleGallery(), words::text));
    }

    private static String edition(Optional<GuideVersion> version, Words words) {
        return version.map(published -> words.text(
                        "guide.edition",
                        "version",
                        published.version(),
                        "date",
                        published.publishedAt().toString().substring(0, 10)))
                .orElse("");
    }

    /** The texts that the guide is written in: {@code rules.yaml}, {@code guide_ko.md} and so on. */
    public static void writeSources(GuideSource source, Path folder) throws IOException {
        Files.writeString(folder.resolve(RULES), source.rules());
        for (Map.Entry<String, String> words : source.words().entrySet()) {
            Files.writeString(folder.resolve(WORDS + words.getKey() + ".md"), words.getValue());
        }
    }

    public static GuideSource readSources(Path folder) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.startsWith(WORDS) && name.endsWith(".md")) {
                words.put(name.substring(WORDS.length(), name.length() - 3), Files.readString(file));
            }
        }
        return new GuideSource(Files.readString(folder.resolve(RULES)), words);
    }

    private static void swapIn(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, ".guide", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
