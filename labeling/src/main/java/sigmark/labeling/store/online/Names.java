package sigmark.labeling.store.online;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Keys of versions, users and sets of slice tags within a file, made when new; remembers them. For one import. */
final class Names {
    /** A slice with more values than this is not a slice: further values are taken together. */
    static final int MOST_VALUES = 200;

    /** The value that further ones become. */
    static final String OTHER = "(other)";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, Long> versions = new HashMap<>();
    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> newUsers = new HashMap<>();
    private final Map<String, Long> tags = new HashMap<>();
    private final Map<Map<String, String>, Long> tagSets = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Set<String> crowded = new HashSet<>();
    private long nextUser;

    Names(Handle handle) {
        load(handle, "online_version", "name", versions);
        load(handle, "online_user", "name", users);
        load(handle, "online_tags", "tags", tags);
        nextUser = users.values().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        tags.keySet()
                .forEach(text -> read(text).forEach((key, value) -> known(key).add(value)));
    }

    private static void load(Handle handle, String table, String column, Map<String, Long> into) {
        handle.createQuery("SELECT key, " + column + " AS name FROM " + table)
                .map((row, context) -> into.put(row.getString("name"), row.getLong("key")))
                .list();
    }

    private Set<String> known(String key) {
        return values.computeIfAbsent(key, k -> new HashSet<>());
    }

    long version(Handle handle, String name) {
        return key(handle, "online_version", "name", versions, name);
    }

    long user(String name) {
        Long key = users.get(name);
        if (key == null) {
            key = nextUser++;
            users.put(name, key);
            newUsers.put(name, key);
        }
        return key;
    }

    /** Writes the users that are new since the last time; before the events that name them. */
    void writeUsers(Handle handle) throws SQLException {
        if (newUsers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement("INSERT INTO online_user (key, name) VALUES (?, ?)")) {
            for (Map.Entry<String, Long> user : newUsers.entrySet()) {
                statement.setLong(1, user.getValue());
                statement.setString(2, user.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        newUsers.clear();
    }

    long tags(Handle handle, Map<String, String> set) {
        Long known = tagSets.get(set);
        if (known != null) {
            return known;
        }
        Map<String, String> kept = new TreeMap<>();
        set.forEach((key, value) -> {
            Set<String> seen = known(key);
            boolean fits = seen.contains(value) || seen.size() < MOST_VALUES;
            if (fits) {
                seen.add(value);
            } else {
                crowded.add(key);
            }
            kept.put(key, fits ? value : OTHER);
        });
        long key = key(handle, "online_tags", "tags", tags, write(kept));
        if (tagSets.size() < 100_000) {
            tagSets.put(set, key);
        }
        return key;
    }

    /** Slices that have more values than are told apart. */
    Set<String> crowded() {
        return crowded;
    }

    private static long key(Handle handle, String table, String column, Map<String, Long> known, String name) {
        Long key = known.get(name);
        if (key == null) {
            key = handle.createQuery("INSERT INTO " + table + " (" + column + ") VALUES (:name) RETURNING key")
                    .bind("name", name)
                    .mapTo(Long.class)
                    .one();
            known.put(name, key);
        }
        return key;
    }

    static String write(Map<String, String> tags) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(tags).forEach(node::put);
        return node.toString();
    }

    static Map<String, String> read(String text) {
        try {
            Map<String, String> tags = new TreeMap<>();
            MAPPER.readTree(text)
                    .properties()
                    .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
            return tags;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
