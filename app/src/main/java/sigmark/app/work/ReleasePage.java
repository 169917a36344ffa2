package sigmark.app.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sigmark.app.base.words.Words;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.release.ReleaseRecord;
import sigmark.labeling.release.StoredRelease;

/** A release's record as a page to read and to print, and as the JSON that its hash is of. */
public final class ReleasePage {
    private static final String CSS =
            "body{font:15px/1.5 Pretendard,'Noto Sans KR',system-ui,sans-serif;max-width:900px;margin:2rem auto;"
                    + "padding:0 1.5rem;color:#1f2328}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:1.8rem}"
                    + "table{border-collapse:collapse;width:100%}th,td{padding:.25rem .7rem;border-bottom:1px solid "
                    + "#d0d7de;text-align:left}th{color:#57606a}.n{text-align:right}"
                    + "code{font:12px ui-monospace,monospace;overflow-wrap:anywhere}.met{color:#17722f}"
                    + ".missed{color:#cf222e}.undecided{color:#875a00}";

    private final StoredRelease release;
    private final Words words;

    private ReleasePage(StoredRelease release, Words words) {
        this.release = release;
        this.words = words;
    }

    /**
     * Writes {@code release-NAME.html}, {@code .pdf} and {@code .json} into a folder.
     *
     * @return the files written, the page first
     * @throws ProblemException {@code release.not-written}
     */
    public static List<Path> write(StoredRelease release, Path folder, Words words) {
        ReleasePage page = new ReleasePage(release, words);
        String name = "release-" + release.record().name().replaceAll("[^\\p{L}\\p{N}._-]", "_");
        try {
            Files.createDirectories(folder);
            List<Path> written = new ArrayList<>();
            written.add(swapIn(
                    folder.resolve(name + ".html"), page.html().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            written.add(swapIn(folder.resolve(name + ".pdf"), PdfText.write(page.lines())));
            written.add(swapIn(
                    folder.resolve(name + ".json"),
                    release.canonicalJson().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return written;
        } catch (IOException failed) {
            throw new ProblemException(
                    Problem.of("release.not-written", folder.toString(), "reason", String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static Path swapIn(Path file, byte[] bytes) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "release", ".part");
        Files.write(beside, bytes);
        return Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private String html() {
        ReleaseRecord record = release.record();
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"")
                .append(words.language().code())
                .append("\"><meta charset=\"utf-8\"><title>")
                .append(escaped(record.name()))
                .append("</title><style>")
                .append(CSS)
                .append("</style>");
        out.append("<h1>").append(escaped(title())).append("</h1><table>");
        facts().forEach(fact -> out.append("<tr><th>")
                .append(escaped(fact[0]))
                .append("</th><td><code>")
                .append(escaped(fact[1]))
                .append("</code></td></tr>"));
        out.append("</table>");
        list(out, "release.reasons", record.reasons());
        list(out, "release.weaknesses", record.weaknesses());
        out.append("<h2>").append(escaped(words.text("release.lines"))).append("</h2><table>");
        for (ReleaseRecord.JudgedLine line : record.lines()) {
            out.append("<tr><td>")
                    .append(escaped(line.id()))
                    .append("</td><td>")
                    .append(escaped(line.asks()));
            out.append("</td><td class=\"n\">").append(number(line.bound())).append("</td><td class=\"n\">");
            out.append(number(line.measured())).append("</td><td class=\"n\">").append(line.samples());
            out.append("</td><td class=\"").append(escaped(line.verdict())).append("\">");
            out.append(escaped(verdict(line.verdict()))).append("</td></tr>");
        }
        out.append("</table><h2>")
                .append(escaped(words.text("release.candidates")))
                .append("</h2><table>");
        record.candidates()
                .forEach(one ->
                        out.append("<tr><td>").append(escaped(candidate(one))).append("</td></tr>"));
        return out.append("</table><p><code>SHA-256 ")
                .append(release.sha256())
                .append("</code></p></html>\n")
                .toString();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? "%.4g".formatted(value.getAsDouble()) : "–";
    }

    private void list(StringBuilder out, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            out.append("<h2>").append(escaped(words.text(key))).append("</h2><ul>");
            texts.forEach(text -> out.append("<li>").append(escaped(text)).append("</li>"));
            out.append("</ul>");
        }
    }

    private String title() {
        return words.text("release.title", "name", release.record().name());
    }

    private String verdict(String word) {
        return words.text("service.verdict." + word);
    }

    private String candidate(ReleaseRecord.Candidate one) {
        return words.text(
                one.shortlisted() ? "release.candidate.shortlisted" : "release.candidate",
                "run",
                String.valueOf(one.run()),
                "pipeline",
                one.pipeline(),
                "met",
                one.met(),
                "missed",
                one.missed(),
                "undecided",
                one.undecided());
    }

    private List<String[]> facts() {
        ReleaseRecord record = release.record();
        return List.of(
                new String[] {words.text("release.pipeline"), record.pipeline()},
                new String[] {words.text("release.detector"), record.detectorHash()},
                new String[] {words.text("release.recognizer"), record.recognizerHash()},
                new String[] {words.text("release.run"), String.valueOf(record.run())},
                new String[] {words.text("release.revision"), String.valueOf(record.dataRevision())},
                new String[] {words.text("release.guide"), String.valueOf(record.guideVersion())},
                new String[] {words.text("release.sheet"), String.valueOf(record.sheet())},
                new String[] {words.text("release.people"), String.join(", ", record.people())},
                new String[] {words.text("release.at"), record.at().toString()},
                new String[] {words.text("release.seal"), record.verdictSeal()});
    }

    /** The same as lines of text. */
    private List<String> lines() {
        ReleaseRecord record = release.record();
        List<String> lines = new ArrayList<>(List.of(title(), ""));
        facts().forEach(fact -> lines.add(fact[0] + "  " + fact[1]));
        texts(lines, "release.reasons", record.reasons());
        texts(lines, "release.weaknesses", record.weaknesses());
        lines.addAll(List.of("", words.text("release.lines")));
        record.lines()
                .forEach(line -> lines.add("%s  %s  %s  %s / %s  n %d"
                        .formatted(
                                line.id(),
                                verdict(line.verdict()),
                                line.asks(),
                                number(line.measured()),
                                number(line.bound()),
                                line.samples())));
        lines.addAll(List.of("", words.text("release.candidates")));
        record.candidates().forEach(one -> lines.add(candidate(one)));
        lines.addAll(List.of("", "SHA-256 " + release.sha256()));
        return lines;
    }

    private void texts(List<String> lines, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            lines.addAll(List.of("", words.text(key)));
            texts.forEach(text -> lines.add("– " + text));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
