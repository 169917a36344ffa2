package sigmark.labeling.store.online;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import sigmark.inference.work.Balance;
import sigmark.inference.work.LeftOut;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.inference.work.Progress;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.RequestFilter;
import sigmark.labeling.online.RequestRow;
import sigmark.labeling.store.Database;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.voc.VocCause;
import sigmark.labeling.voc.VocItem;
import sigmark.labeling.voc.VocSeverity;
import sigmark.labeling.voc.VocState;

/** A project's complaints, with the account of who changed what. All methods block and may be called from any thread. */
public final class VocStore {
    private static final int AT_ONCE = 1000;

    private final ProjectStore store;
    private final Database database;

    public VocStore(ProjectStore store) {
        this.store = store;
        this.database = store.database();
    }

    /** What of the items is stored. */
    public record Keeping(boolean texts, boolean images) {
        public static final Keeping ALL = new Keeping(true, true);
    }

    /**
     * Brings a file of complaints in. What identifies a person by its form is blacked out of texts, images are stored as
     * pixels alone, without the place and time that cameras write, and with the boxes that the file names blacked out.
     *
     * @throws ProblemException {@code voc.unreadable}
     */
    public Balance importFile(Path file, Keeping keeping, Progress progress) {
        return new VocImporter(store, this, file, keeping).run(progress);
    }

    /** Makes items of the complaints in the online events that are no items yet. */
    public Balance collect() {
        OnlineStore online = new OnlineStore(store);
        RequestFilter complaints = RequestFilter.ALL.having(RequestFilter.With.COMPLAINT);
        List<LeftOut> leftOut = new ArrayList<>();
        long in = 0;
        long out = 0;
        List<RequestRow> rows = online.requests(complaints, 0, AT_ONCE);
        while (!rows.isEmpty()) {
            for (RequestRow row : rows) {
                in++;
                Optional<OnlineEvent> event =
                        online.find(row.requestId()).filter(e -> e.complaint().isPresent());
                VocItem item = event.map(VocImporter::item).orElse(null);
                if (item == null) {
                    leftOut.add(new LeftOut(row.requestId(), Problem.of("voc.erased", row.requestId())));
                } else if (add(item)) {
                    out++;
                } else {
                    leftOut.add(new LeftOut(item.id(), Problem.of("voc.duplicate", row.requestId(), "id", item.id())));
                }
            }
            rows = online.requests(complaints, Math.toIntExact(in), AT_ONCE);
        }
        return new Balance(in, out, leftOut);
    }

    /** False when there is an item with its id. */
    boolean add(VocItem item) {
        return database.write(handle -> handle.createUpdate(
                                """
                                INSERT OR IGNORE INTO voc_item (id, received_at, channel, text, language, image, box,
                                    predicted_latex, corrected_latex, request_id, model_version, app_version, device,
                                    os, network, user, consent, redaction, code, detail, severity, state, duplicate_of,
                                    page, question, more)
                                VALUES (:id, :receivedAt, :channel, :text, :language, :image, :box, :predicted,
                                    :corrected, :request, :version, :app, :device, :os, :network, :user, :consent,
                                    :redaction, :code, :detail, :severity, :state, '', '', '', :more)
                                """)
                        .bind("id", item.id())
                        .bind("receivedAt", item.receivedAt().toEpochMilli())
                        .bind("channel", item.channel())
                        .bind("text", item.text())
                        .bind("language", item.language())
                        .bind("image", item.image())
                        .bind("box", VocMapper.box(item.box()))
                        .bind("predicted", item.predictedLatex().orElse(null))
                        .bind("corrected", item.correctedLatex().orElse(null))
                        .bind("request", item.origin().requestId())
                        .bind("version", item.origin().modelVersion())
                        .bind("app", item.origin().appVersion())
                        .bind("device", item.origin().device())
                        .bind("os", item.origin().os())
                        .bind("network", item.origin().network())
                        .bind("user", item.origin().user())
                        .bind("consent", VocMapper.consent(item.consent()))
                        .bind("redaction", item.redaction())
                        .bind("code", item.cause().map(VocCause::word).orElse(""))
                        .bind("detail", item.detail())
                        .bind("severity", item.severity().word())
                        .bind("state", item.state().word())
                        .bind("more", item.more())
                        .execute()
                > 0);
    }

    /** All items, the newest first. */
    public List<VocItem> list() {
        return database.read(handle -> handle.createQuery("SELECT * FROM voc_item ORDER BY received_at DESC, key DESC")
                .map(new VocMapper())
                .list());
    }

    public Optional<VocItem> find(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM voc_item WHERE id = :id")
                .bind("id", id)
                .map(new VocMapper())
                .findOne());
    }

    /** Says what an item is about; an item that nobody had looked at is accepted by it. */
    public void code(String id, VocCause cause, String detail) {
        if (!detail.isEmpty() && !cause.details().contains(detail)) {
            throw new ProblemException(Problem.of("voc.bad-value", id, "field", "detail", "value", detail));
        }
        boolean waits = required(id).state().waits();
        set(id, "code", cause.word());
        set(id, "detail", detail);
        if (waits) {
            set(id, "state", cause == VocCause.PRAISE ? VocState.CLOSED.word() : VocState.ACCEPTED.word());
        }
    }

    public void severity(String id, VocSeverity severity) {
        set(id, "severity", severity.word());
    }

    public void state(String id, VocState state) {
        set(id, "state", state.word());
    }

    /** Marks an item as a repetition of another. */
    public void duplicate(String id, String of) {
        if (id.equals(of) || find(of).isEmpty()) {
            throw new ProblemException(Problem.of("voc.no-item", of, "id", of));
        }
        set(id, "duplicate_of", of);
        set(id, "state", VocState.DUPLICATE.word());
    }

    /** Ties an item to the page that was made of its image. */
    public void page(String id, String page) {
        set(id, "page", page);
        set(id, "state", VocState.IN_DATA.word());
    }

    /** Ties an item to a question of the guide. */
    public void question(String id, String question) {
        set(id, "question", question);
    }

    /** Takes the newest change of an item back; false when there is none. */
    public boolean takeBack(String id) {
        return database.write(handle -> {
            Optional<Change> last = handle.createQuery(
                            "SELECT key, at, field, before FROM voc_change WHERE item = :id ORDER BY key DESC LIMIT 1")
                    .bind("id", id)
                    .map((row, context) ->
                            new Change(row.getLong("key"), row.getString("field"), row.getString("before")))
                    .findOne();
            last.ifPresent(change -> {
                update(handle, id, change.field(), change.before());
                handle.execute("DELETE FROM voc_change WHERE key = ?", change.key());
            });
            return last.isPresent();
        });
    }

    private record Change(long key, String field, String before) {}

    private VocItem required(String id) {
        return find(id).orElseThrow(() -> new ProblemException(Problem.of("voc.no-item", id, "id", id)));
    }

    void set(String id, String field, String value) {
        database.write(handle -> {
            String before = handle.createQuery("SELECT coalesce(" + field + ", '') FROM voc_item WHERE id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne()
                    .orElseThrow(() -> new ProblemException(Problem.of("voc.no-item", id, "id", id)));
            if (!before.equals(value)) {
                update(handle, id, field, value);
                handle.createUpdate(
                                """
                                INSERT INTO voc_change (item, at, person, field, before, after)
                                VALUES (:item, :at, :person, :field, :before, :after)
                                """)
                        .bind("item", id)
                        .bind("at", store.clock().millis())
                        .bind(
                                "person",
                                Database.personKey(handle, store.author().person()))
                        .bind("field", field)
                        .bind("before", before)
                        .bind("after", value)
                        .execute();
            }
            return 0;
        });
    }

    private static void update(Handle handle, String id, String field, String value) {
        handle.createUpdate("UPDATE voc_item SET " + field + " = :value WHERE id = :id")
                .bind("value", field.equals("point") && value.isEmpty() ? null : value)
                .bind("id", id)
                .execute();
    }

    /**
     * Takes a person out of the complaints: text, image, LaTeX, device and further fields go; cause, severity, state and
     * version stay under a word that means nothing, so that counts of items and of people stay.
     *
     * @return how many items, and the pages of the project that were made of them
     */
    public Erased erase(String user) {
        List<VocItem> items = list().stream()
                .filter(item -> !user.isEmpty() && item.origin().user().equals(user))
                .toList();
        String word = "erased-" + UUID.randomUUID();
        for (VocItem item : items) {
            delete(item.image());
            database.write(handle -> handle.createUpdate(
                            """
                            UPDATE voc_item SET text = '', image = '', box = '', predicted_latex = NULL,
                                corrected_latex = NULL, request_id = '', device = '', os = '', network = '',
                                user = :word, redaction = 'erased', erased = 1, more = '{}'
                            WHERE id = :id
                            """)
                    .bind("word", word)
                    .bind("id", item.id())
                    .execute());
        }
        return new Erased(
                items.size(),
                items.stream()
                        .map(item -> item.links().page())
                        .filter(page -> !page.isEmpty())
                        .toList());
    }

    /** Items that were emptied, and pages that somebody has to look at. */
    public record Erased(long items, List<String> pages) {
        public Erased {
            pages = List.copyOf(pages);
        }
    }

    private void delete(String image) {
        Path folder = store.files().folder();
        Path file = folder.resolve(image).normalize();
        if (!image.isEmpty() && file.startsWith(folder.resolve(VocImporter.FOLDER))) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
