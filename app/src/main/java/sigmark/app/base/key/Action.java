package sigmark.app.base.key;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Something a person can do, as data: buttons, the command search and the key sheet are built from it.
 *
 * @param id stable name, such as {@code label.accept}; key overrides in the settings use it
 * @param textKey message key of its name, verb first
 * @param scope where its keys act: {@code anywhere}, a workbench's id, or a part of one such as {@code label.page}
 * @param icon Feather icon code, such as {@code fth-check}
 * @param keys default keys, each as {@link KeyChord#of} reads it
 * @param inText true when even its typing keys (Enter, Tab) act while text has focus
 * @param enabled when it can be done
 * @param run what to do, on the window's thread
 */
public record Action(
        String id,
        String textKey,
        String scope,
        Optional<String> icon,
        List<KeyChord> keys,
        boolean inText,
        ObservableBooleanValue enabled,
        Runnable run) {
    /** Scope of keys that act on every screen. */
    public static final String ANYWHERE = "anywhere";

    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    public Action {
        keys = List.copyOf(keys);
    }

    /** An action whose text key is {@code action.<id>}, without keys, always possible. */
    public static Action of(String id, String scope, Runnable run) {
        return new Action(id, "action." + id, scope, Optional.empty(), List.of(), false, ALWAYS, run);
    }

    public Action withIcon(String code) {
        return new Action(id, textKey, scope, Optional.of(code), keys, inText, enabled, run);
    }

    public Action withText(String key) {
        return new Action(id, key, scope, icon, keys, inText, enabled, run);
    }

    public Action withKeys(String... chords) {
        List<KeyChord> parsed =
                java.util.Arrays.stream(chords).map(KeyChord::of).toList();
        return new Action(id, textKey, scope, icon, parsed, inText, enabled, run);
    }

    /** Its Enter, Tab or letters act while text has focus too. */
    public Action evenInText() {
        return new Action(id, textKey, scope, icon, keys, true, enabled, run);
    }

    public Action when(ObservableBooleanValue condition) {
        return new Action(id, textKey, scope, icon, keys, inText, condition, run);
    }

    /** Does it if it can be done now; says whether it did. */
    public boolean perform() {
        if (!enabled.get()) {
            return false;
        }
        run.run();
        return true;
    }
}
