package sigmark.app.base.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyChordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Ctrl+K", "Ctrl+Shift+Enter", "Alt+1", "F1", "Ctrl+,", "/", "Esc", "PageDown", "↑", "Space"})
    void isReadBackAsItIsWritten(String text) {
        assertThat(KeyChord.of(text)).hasToString(text);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> KeyChord.of("Ctrl+Hello")).hasMessageContaining("Hello");
        assertThat(KeyChord.parse("Nonsense")).isEmpty();
    }

    @Test
    void lettersWorkWhileOnlyHangulArrives() {
        KeyEvent hangul = press(KeyCode.UNDEFINED, "ㅣ", false);
        assertThat(KeyChord.of("L").matches(hangul)).isTrue();
    }

    @Test
    void aTypingKeyActsOnlyOutsideTextAndTheFirstThatCanWins() {
        AtomicInteger done = new AtomicInteger();
        SimpleBooleanProperty can = new SimpleBooleanProperty(false);
        Action never =
                Action.of("a", "label", () -> done.addAndGet(100)).withKeys("V").when(can);
        Action select = Action.of("b", "label", done::incrementAndGet).withKeys("V");
        Action accept = Action.of("c", "label", () -> done.addAndGet(10))
                .withKeys("Enter")
                .evenInText();
        KeyDispatcher keys = new KeyDispatcher(new KeyBook(Map::of), () -> List.of(never, select, accept));

        assertThat(keys.dispatch(press(KeyCode.V, "v", false), true)).isFalse();
        assertThat(keys.dispatch(press(KeyCode.V, "v", false), false)).isTrue();
        assertThat(keys.dispatch(press(KeyCode.ENTER, "", false), true)).isTrue();
        assertThat(done).hasValue(11);
    }

    @Test
    void chosenKeysReplaceTheOwnOnesAndConflictsAreNamed() {
        Action find = Action.of("find", Action.ANYWHERE, () -> {}).withKeys("Ctrl+K");
        Action cut = Action.of("cut", "label.page", () -> {}).withKeys("Ctrl+X");
        Action run = Action.of("go", "run", () -> {}).withKeys("Ctrl+X");
        KeyBook book = new KeyBook(() -> Map.of("cut", List.of("Ctrl+K")));

        assertThat(book.keys(cut)).containsExactly(KeyChord.of("Ctrl+K"));
        assertThat(book.conflicts(List.of(find, cut, run))).containsExactly("Ctrl+K: cut");
        assertThat(new KeyBook(Map::of).conflicts(List.of(find, cut, run))).isEmpty();
    }

    private static KeyEvent press(KeyCode code, String text, boolean ctrl) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, false, ctrl, false, false);
    }
}
