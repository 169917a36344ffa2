package sigmark.labeling.delivery.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import sigmark.labeling.question.Crop;
import sigmark.labeling.question.Question;
import sigmark.labeling.question.QuestionState;

/** Questions as package files hold them, one a line. */
public final class QuestionJson {
    private static final int LONGEST = 20_000;
    private static final int LARGEST_CROP = 8 << 20;

    private QuestionJson() {}

    public static ObjectNode write(Question question) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", question.id()).put("page", question.pageId());
        question.regionId().ifPresent(id -> node.put("region", id));
        question.rule().ifPresent(id -> node.put("rule", id));
        node.put("text", question.text()).put("latex", question.latex());
        if (question.crop().isThere()) {
            node.put("crop", question.crop().png());
        }
        node.put("blocking", question.blocking());
        node.put("askedBy", question.askedBy());
        node.put("askedAt", question.askedAt().toEpochMilli());
        question.workPackage().ifPresent(id -> node.put("package", id));
        node.put("state", question.state().word());
        question.answer().ifPresent(answer -> node.putObject("answer")
                .put("text", answer.text())
                .put("person", answer.person())
                .put("at", answer.at().toEpochMilli()));
        question.guideVersion().ifPresent(version -> node.put("guide", version));
        return node;
    }

    /** Reads one; {@link IllegalArgumentException} when it makes no sense. */
    public static Question read(JsonNode node) {
        return new Question(
                text(node, "id", 100).orElse(""),
                text(node, "page", 100).orElse(""),
                text(node, "region", 100),
                text(node, "rule", 100),
                text(node, "text", LONGEST).orElse(""),
                text(node, "latex", LONGEST).orElse(""),
                crop(node.path("crop")),
                node.path("blocking").booleanValue(),
                text(node, "askedBy", 200).orElse(""),
                Instant.ofEpochMilli(Fields.whole(node, "askedAt")),
                text(node, "package", 100),
                QuestionState.of(text(node, "state", 20).orElse("")),
                node.has("answer") ? Optional.of(answer(node.path("answer"))) : Optional.empty(),
                node.has("guide") ? OptionalInt.of(Fields.count(node, "guide")) : OptionalInt.empty());
    }

    private static Question.Answer answer(JsonNode node) {
        return new Question.Answer(
                text(node, "text", LONGEST).orElse(""),
                text(node, "person", 200).orElse(""),
                Instant.ofEpochMilli(Fields.whole(node, "at")));
    }

    private static Crop crop(JsonNode node) {
        if (node.isMissingNode()) {
            return Crop.NONE;
        }
        try {
            byte[] png = node.isTextual() ? node.binaryValue() : new byte[0];
            boolean isPng = png.length > 8 && png[1] == 'P' && png[2] == 'N' && png[3] == 'G';
            if (!isPng || png.length > LARGEST_CROP) {
                throw new IllegalArgumentException("the crop is no PNG, or too large");
            }
            return Crop.of(png);
        } catch (IOException e) {
            throw new IllegalArgumentException("the crop is no PNG", e);
        }
    }

    private static Optional<String> text(JsonNode node, String field, int longest) {
        return Fields.text(node, field, longest);
    }
}
