package sigmark.labeling.store.verdict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Look;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Sheet;
import sigmark.labeling.verdict.Subject;
import sigmark.labeling.verdict.Weight;

/** The sheets that verdicts grow from, one for each person, candidate and the run beside it; kept until signed. */
public final class SheetStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProjectStore store;

    public SheetStore(ProjectStore store) {
        this.store = store;
    }

    /** The author's sheet on a subject; an empty one when none was begun. */
    public Sheet find(Subject subject) {
        Optional<String> body = store.database().read(handle -> handle.createQuery(
                        """
                                SELECT body FROM verdict_sheet JOIN person ON person.key = verdict_sheet.person
                                WHERE person.name = :person AND run = :run AND against = :against
                                """)
                .bind("person", store.author().person())
                .bind("run", subject.run())
                .bind("against", subject.against().orElse(0))
                .mapTo(String.class)
                .findOne());
        return body.map(text -> read(subject, text)).orElse(Sheet.empty(subject));
    }

    /** Keeps the author's sheet as it is now. */
    public void keep(Sheet sheet) {
        long now = store.clock().millis();
        store.database().write(handle -> handle.createUpdate(
                        """
                                INSERT INTO verdict_sheet (person, run, against, body, changed_at)
                                VALUES (:person, :run, :against, :body, :now)
                                ON CONFLICT (person, run, against) DO UPDATE SET body = :body, changed_at = :now
                                """)
                .bind("person", Database.personKey(handle, store.author().person()))
                .bind("run", sheet.subject().run())
                .bind("against", sheet.subject().against().orElse(0))
                .bind("body", write(sheet))
                .bind("now", now)
                .execute());
    }

    /** Drops the author's sheet once it has been signed. */
    public void remove(Subject subject) {
        store.database().write(handle -> handle.createUpdate(
                        """
                                DELETE FROM verdict_sheet WHERE run = :run AND against = :against
                                    AND person = (SELECT key FROM person WHERE name = :person)
                                """)
                .bind("run", subject.run())
                .bind("against", subject.against().orElse(0))
                .bind("person", store.author().person())
                .execute());
    }

    private static String write(Sheet sheet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        var looks = node.putArray("looks");
        for (Look look : sheet.looks()) {
            looks.addObject()
                    .put("sample", look.sample())
                    .put("preference", look.preference().word())
                    .put("weight", look.weight().word());
        }
        node.put("notes", sheet.notes());
        sheet.decision().ifPresent(decision -> node.put("decision", decision.word()));
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts only", e);
        }
    }

    private static Sheet read(Subject subject, String body) {
        JsonNode node;
        try {
            node = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("sheet holds '%s'".formatted(body), e);
        }
        List<Look> looks = new ArrayList<>();
        for (JsonNode look : node.required("looks")) {
            looks.add(new Look(
                    look.required("sample").textValue(),
                    Preference.valueOf(constant(look.required("preference").textValue())),
                    Weight.valueOf(constant(look.required("weight").textValue()))));
        }
        Optional<Decision> decision = Optional.ofNullable(node.get("decision"))
                .map(JsonNode::textValue)
                .map(Decision::of);
        return new Sheet(subject, looks, node.required("notes").textValue(), decision);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
