package sigmark.labeling.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;

/**
 * What was released, on what ground, by whom. A value that is written once.
 *
 * @param name such as {@code 2026-11}; unique in the project
 * @param project id of the project
 * @param pipeline name and version
 * @param detectorHash SHA-256 of the detector's files; empty without one
 * @param recognizerHash SHA-256 of the recognizer's files
 * @param run that it was judged by
 * @param dataRevision of the labels that the run was judged against
 * @param guideVersion of the work guide then; 0 before there was one
 * @param sheet version of the requirement sheet
 * @param lines how each line was judged
 * @param candidates those that were looked at, this one among them
 * @param people who released it, at least one
 * @param reasons why, in people's words
 * @param weaknesses what is known to be weak, in people's words
 * @param verdictSeal seal of the signed verdict that people gave on the run; empty without one
 * @param at when
 */
public record ReleaseRecord(
        String name,
        String project,
        String pipeline,
        String detectorHash,
        String recognizerHash,
        long run,
        long dataRevision,
        int guideVersion,
        long sheet,
        List<JudgedLine> lines,
        List<Candidate> candidates,
        List<String> people,
        List<String> reasons,
        List<String> weaknesses,
        String verdictSeal,
        Instant at) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    public ReleaseRecord {
        if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,63}")) {
            throw new IllegalArgumentException("release name '%s'".formatted(name));
        }
        if (people.isEmpty() || reasons.isEmpty()) {
            throw new IllegalArgumentException("a release needs people and reasons");
        }
        lines = List.copyOf(lines);
        candidates = List.copyOf(candidates);
        people = List.copyOf(people);
        reasons = List.copyOf(reasons);
        weaknesses = List.copyOf(weaknesses);
    }

    /**
     * A line of the sheet as it was judged.
     *
     * @param verdict {@code met}, {@code missed} or {@code undecided}
     */
    public record JudgedLine(
            String id, String asks, String verdict, OptionalDouble bound, OptionalDouble measured, long samples) {}

    /**
     * A pipeline that was looked at.
     *
     * @param shortlisted by the rule: nothing missed
     */
    public record Candidate(long run, String pipeline, int met, int missed, int undecided, boolean shortlisted) {}

    /** The record's one spelling, whose SHA-256 is kept beside it. */
    public String canonicalJson() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("name", name)
                .put("project", project)
                .put("pipeline", pipeline)
                .put("detectorSha256", detectorHash)
                .put("recognizerSha256", recognizerHash)
                .put("run", run)
                .put("dataRevision", dataRevision)
                .put("guideVersion", guideVersion)
                .put("sheet", sheet)
                .put("verdictSeal", verdictSeal)
                .put("at", at.toString());
        ArrayNode judged = node.putArray("lines");
        for (JudgedLine line : lines) {
            ObjectNode one = judged.addObject()
                    .put("id", line.id())
                    .put("asks", line.asks())
                    .put("verdict", line.verdict())
                    .put("samples", line.samples());
            line.bound().ifPresent(value -> one.put("bound", value));
            line.measured().ifPresent(value -> one.put("measured", value));
        }
        ArrayNode looked = node.putArray("candidates");
        candidates.forEach(one -> looked.addObject()
                .put("run", one.run())
                .put("pipeline", one.pipeline())
                .put("met", one.met())
                .put("missed", one.missed())
                .put("undecided", one.undecided())
                .put("shortlisted", one.shortlisted()));
        people.forEach(node.putArray("people")::add);
        reasons.forEach(node.putArray("reasons")::add);
        weaknesses.forEach(node.putArray("weaknesses")::add);
        return CanonicalJson.write(node);
    }

    /** SHA-256 of the canonical JSON. */
    public String sha256() {
        return CanonicalJson.sha256(canonicalJson());
    }

    /**
     * Reads a kept record and holds it against its hash.
     *
     * @throws ProblemException {@code release.changed} when text and hash do not fit, {@code release.broken}
     */
    public static ReleaseRecord read(String name, String canonicalJson, String sha256) {
        if (!CanonicalJson.sha256(canonicalJson).equals(sha256)) {
            throw new ProblemException(Problem.of("release.changed", name, "sha256", sha256));
        }
        try {
            return of(JSON.readTree(canonicalJson));
        } catch (IOException | IllegalArgumentException | java.time.DateTimeException broken) {
            throw new ProblemException(
                    Problem.of("release.broken", name, "reason", String.valueOf(broken.getMessage())), broken);
        }
    }

    private static ReleaseRecord of(JsonNode node) {
        if (node.path("format").asInt() != FORMAT) {
            throw new IllegalArgumentException("format " + node.path("format").asText());
        }
        List<JudgedLine> lines = new ArrayList<>();
        node.path("lines")
                .forEach(line -> lines.add(new JudgedLine(
                        line.path("id").asText(),
                        line.path("asks").asText(),
                        line.path("verdict").asText(),
                        number(line, "bound"),
                        number(line, "measured"),
                        line.path("samples").asLong())));
        List<Candidate> candidates = new ArrayList<>();
        node.path("candidates")
                .forEach(one -> candidates.add(new Candidate(
                        one.path("run").asLong(),
                        one.path("pipeline").asText(),
                        one.path("met").asInt(),
                        one.path("missed").asInt(),
                        one.path("undecided").asInt(),
                        one.path("shortlisted").asBoolean())));
        return new ReleaseRecord(
                node.path("name").asText(),
                node.path("project").asText(),
                node.path("pipeline").asText(),
                node.path("detectorSha256").asText(),
                node.path("recognizerSha256").asText(),
                node.path("run").asLong(),
                node.path("dataRevision").asLong(),
                node.path("guideVersion").asInt(),
                node.path("sheet").asLong(),
                lines,
                candidates,
                texts(node, "people"),
                texts(node, "reasons"),
                texts(node, "weaknesses"),
                node.path("verdictSeal").asText(),
                Instant.parse(node.path("at").asText()));
    }

    private static OptionalDouble number(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field))
                .map(value -> OptionalDouble.of(value.asDouble()))
                .orElse(OptionalDouble.empty());
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
