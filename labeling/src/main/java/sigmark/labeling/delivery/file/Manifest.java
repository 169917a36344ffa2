package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sigmark.labeling.delivery.WorkPackage;

/**
 * The signed first page of a package file: what it is, who signed it, and size and hash of each entry.
 *
 * @param work the package; in a return that of the package it answers
 * @param signer public key of whoever signed it
 * @param answers hash of the manifest that a return answers; empty in a package that goes out
 * @param handIn number of the return, from 1; 0 in a package that goes out
 * @param entries by name
 */
public record Manifest(
        Kind kind, WorkPackage work, String signer, String answers, int handIn, Map<String, Entry> entries) {
    /** Version of the format that this program writes, the highest that it reads. */
    public static final int VERSION = 1;

    static final String FORMAT = "sigpack";

    /** Which way a package goes. */
    public enum Kind {
        WORK,
        RETURN
    }

    /** An entry beside the manifest; size in bytes. */
    public record Entry(long size, String sha256) {}

    public Manifest {
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    byte[] bytes() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT).put("version", VERSION).put("kind", kind == Kind.WORK ? "work" : "return");
        ObjectNode node = root.putObject("package");
        node.put("id", work.id()).put("name", work.name()).put("labeler", work.labeler());
        node.put("vendor", work.vendor());
        node.put("project", work.projectId()).put("projectName", work.projectName());
        node.put("guide", work.guideVersion()).put("round", work.round());
        node.put("sentAt", work.sentAt().toEpochMilli());
        work.deadline().ifPresent(date -> node.put("deadline", date.toString()));
        node.put("proposals", work.proposals()).put("note", work.note());
        root.put("signer", signer);
        if (kind == Kind.RETURN) {
            root.put("answers", answers).put("handIn", handIn);
        }
        ObjectNode list = root.putObject("entries");
        entries.forEach(
                (name, entry) -> list.putObject(name).put("size", entry.size()).put("sha256", entry.sha256()));
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    /** Version that a manifest says it has; empty when it is no manifest. */
    static Optional<Integer> version(JsonNode root) {
        return root.path("format").asText().equals(FORMAT)
                        && root.path("version").isInt()
                ? Optional.of(root.path("version").intValue())
                : Optional.empty();
    }

    /** Reads a manifest of a version that is known. */
    static Manifest of(JsonNode root) throws IOException {
        try {
            String kind = text(root, "kind");
            if (!kind.equals("work") && !kind.equals("return")) {
                throw new IOException("kind “" + kind + "”");
            }
            JsonNode node = root.path("package");
            Map<String, Entry> entries = new LinkedHashMap<>();
            root.path("entries").properties().forEach(field -> entries.put(field.getKey(), entry(field.getValue())));
            WorkPackage work = new WorkPackage(
                    text(node, "id"),
                    text(node, "name"),
                    text(node, "labeler"),
                    text(node, "vendor"),
                    text(node, "project"),
                    text(node, "projectName"),
                    node.path("guide").intValue(),
                    node.path("round").intValue(),
                    Instant.ofEpochMilli(node.path("sentAt").longValue()),
                    node.has("deadline") ? Optional.of(LocalDate.parse(text(node, "deadline"))) : Optional.empty(),
                    node.path("proposals").booleanValue(),
                    text(node, "note"));
            boolean back = kind.equals("return");
            return new Manifest(
                    back ? Kind.RETURN : Kind.WORK,
                    work,
                    text(root, "signer"),
                    back ? text(root, "answers") : "",
                    back ? root.path("handIn").intValue() : 0,
                    entries);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Entry entry(JsonNode node) {
        long size = node.path("size").isIntegralNumber() ? node.path("size").longValue() : -1;
        String sha256 = text(node, "sha256");
        if (size < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("entry of size %d with hash “%s”".formatted(size, sha256));
        }
        return new Entry(size, sha256);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("“%s” is missing".formatted(field));
        }
        return value.textValue();
    }
}
