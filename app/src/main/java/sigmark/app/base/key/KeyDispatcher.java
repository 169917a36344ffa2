package sigmark.app.base.key;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;

/**
 * Sends pressed keys to the actions of the screen, before any control sees them. Keys that could be typing act only
 * while no text has focus, unless the action says otherwise. While a syllable is being composed, Enter, Tab and Esc
 * end the composition and do nothing else.
 */
public final class KeyDispatcher {
    /** Keys that a plain text field keeps for its own editing. */
    private static final Set<KeyChord> FIELD_KEYS = Set.of(
            KeyChord.of("Ctrl+Z"),
            KeyChord.of("Ctrl+Shift+Z"),
            KeyChord.of("Ctrl+Y"),
            KeyChord.of("Ctrl+A"),
            KeyChord.of("Ctrl+C"),
            KeyChord.of("Ctrl+V"),
            KeyChord.of("Ctrl+X"));

    private final KeyBook book;
    private final Supplier<List<Action>> actions;
    private boolean composing;

    /** @param actions those of the screen now, the most particular scope first */
    public KeyDispatcher(KeyBook book, Supplier<List<Action>> actions) {
        this.book = book;
        this.actions = actions;
    }

    public void listenTo(Scene scene) {
        scene.addEventFilter(
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                event -> composing = !event.getComposed().isEmpty());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            boolean field = scene.getFocusOwner() instanceof TextInputControl;
            boolean kept = field
                    && KeyChord.pressed(event).filter(FIELD_KEYS::contains).isPresent();
            if (!kept && dispatch(event, textHasFocus(scene))) {
                event.consume();
            }
        });
    }

    boolean dispatch(KeyEvent event, boolean inText) {
        if (composing && endsComposition(event.getCode())) {
            return false;
        }
        return KeyChord.pressed(event).filter(chord -> perform(chord, inText)).isPresent();
    }

    private boolean perform(KeyChord chord, boolean inText) {
        for (Action action : actions.get()) {
            boolean typing = inText && chord.isTyping() && !action.inText();
            if (!typing && book.keys(action).contains(chord) && action.perform()) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsComposition(KeyCode code) {
        return code == KeyCode.ENTER || code == KeyCode.TAB || code == KeyCode.ESCAPE;
    }

    /** True while typed letters would land in a text. */
    public static boolean textHasFocus(Scene scene) {
        Node owner = scene.getFocusOwner();
        if (owner instanceof TextInputControl input) {
            return input.isEditable() && !input.isDisabled();
        }
        return owner instanceof GenericStyledArea<?, ?, ?> area && area.isEditable();
    }
}
