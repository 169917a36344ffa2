package sigmark.app.base.words;

import java.util.List;

/**
 * A text that is not in any language yet: a message key and the values of its named places.
 *
 * @param values name, value, name, value …
 */
public record Message(String key, List<Object> values) {
    public Message {
        if (values.size() % 2 != 0) {
            throw new IllegalArgumentException("values of " + key + " come as name, value: " + values);
        }
        values = List.copyOf(values);
    }

    /** With values given as name, value, name, value. */
    public static Message of(String key, Object... namesAndValues) {
        return new Message(key, List.of(namesAndValues));
    }

    /** The values as the varargs of {@link Words#text}. */
    public Object[] toArray() {
        return values.toArray();
    }
}
