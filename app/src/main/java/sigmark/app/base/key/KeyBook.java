package sigmark.app.base.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Which keys an action has: its own, unless the person chose others. */
public final class KeyBook {
    private final Supplier<Map<String, List<String>>> overrides;

    /** @param overrides keys by action id, from the settings */
    public KeyBook(Supplier<Map<String, List<String>>> overrides) {
        this.overrides = overrides;
    }

    /** The keys that work now, the first being the one to show. */
    public List<KeyChord> keys(Action action) {
        List<String> chosen = overrides.get().get(action.id());
        if (chosen == null) {
            return action.keys();
        }
        return chosen.stream().map(KeyChord::parse).flatMap(Optional::stream).toList();
    }

    public Optional<KeyChord> firstKey(Action action) {
        return keys(action).stream().findFirst();
    }

    /** Another action that would answer to a key where this one does. */
    public Optional<Action> conflict(Action action, KeyChord chord, List<Action> all) {
        return all.stream()
                .filter(other -> !other.id().equals(action.id()))
                .filter(other -> meet(other.scope(), action.scope()))
                .filter(other -> keys(other).contains(chord))
                .findFirst();
    }

    /** Pairs of actions that answer to the same key in the same place, in words for a test or the settings page. */
    public List<String> conflicts(List<Action> all) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (KeyChord chord : keys(all.get(i))) {
                conflict(all.get(i), chord, all.subList(i + 1, all.size()))
                        .map(other -> chord + ": " + other.id())
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** Two scopes meet when one holds the other: anywhere holds all, {@code label} holds {@code label.page}. */
    static boolean meet(String one, String other) {
        return one.equals(Action.ANYWHERE)
                || other.equals(Action.ANYWHERE)
                || one.equals(other)
                || one.startsWith(other + ".")
                || other.startsWith(one + ".");
    }
}
