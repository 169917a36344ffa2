package sigmark.app.base;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import sigmark.app.base.words.Language;
import sigmark.app.base.words.Message;
import sigmark.app.base.words.Numbers;
import sigmark.app.base.words.Words;
import sigmark.inference.work.Problem;

/**
 * The window's texts in the language chosen now; what is bound here changes when the language does. Use from the
 * window's thread; other threads take {@link #words()} along.
 */
public final class Texts {
    private final ReadOnlyObjectWrapper<Words> words;

    public Texts(Language language) {
        words = new ReadOnlyObjectWrapper<>(Words.of(language));
    }

    public void speak(Language language) {
        words.set(Words.of(language));
    }

    public Words words() {
        return words.get();
    }

    /** Changes with the language; use as a dependency of own bindings. */
    public ReadOnlyObjectProperty<Words> wordsProperty() {
        return words.getReadOnlyProperty();
    }

    public Language language() {
        return words().language();
    }

    public Numbers numbers() {
        return words().numbers();
    }

    /** The text now; values as name, value, name, value. */
    public String text(String key, Object... namesAndValues) {
        return words().text(key, namesAndValues);
    }

    public String text(Message message) {
        return words().text(message);
    }

    public String what(Problem problem) {
        return words().what(problem);
    }

    public String remedy(Problem problem) {
        return words().remedy(problem);
    }

    /** The text now and later; a value may be an {@link ObservableValue}, whose changes are followed too. */
    public StringBinding live(String key, Object... namesAndValues) {
        Observable[] followed = new Observable[1 + namesAndValues.length];
        int count = 0;
        followed[count++] = words;
        for (Object value : namesAndValues) {
            if (value instanceof Observable observable) {
                followed[count++] = observable;
            }
        }
        return Bindings.createStringBinding(
                () -> text(key, current(namesAndValues)), java.util.Arrays.copyOf(followed, count));
    }

    public StringBinding live(Message message) {
        return live(message.key(), message.toArray());
    }

    /** Shows a text on a label or button, now and later. */
    public <T extends Labeled> T on(T labeled, String key, Object... namesAndValues) {
        labeled.textProperty().bind(live(key, namesAndValues));
        return labeled;
    }

    /** Shows a hint in an empty field. */
    public <T extends TextInputControl> T prompt(T field, String key, Object... namesAndValues) {
        field.promptTextProperty().bind(live(key, namesAndValues));
        field.accessibleTextProperty().bind(live(key, namesAndValues));
        return field;
    }

    /** Names a node for screen readers and, with a tooltip, for everybody: for buttons that are only an icon. */
    public <T extends Node> T name(T node, String key, Object... namesAndValues) {
        node.accessibleTextProperty().bind(live(key, namesAndValues));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(live(key, namesAndValues));
        Tooltip.install(node, tooltip);
        if (node.getAccessibleRole() == AccessibleRole.NODE) {
            node.setAccessibleRole(AccessibleRole.TEXT);
        }
        return node;
    }

    private static Object[] current(Object... values) {
        Object[] current = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] instanceof ObservableValue<?> observable ? observable.getValue() : values[i];
            current[i] = value == null ? "" : value;
        }
        return current;
    }
}
