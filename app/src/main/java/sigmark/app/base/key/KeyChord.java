package sigmark.app.base.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * A key with its modifiers, matched by {@link KeyCode} and never by the typed character, so that single letters work
 * while Hangul is being written. Ctrl means the platform's shortcut key (⌘ on macOS).
 */
public record KeyChord(KeyCode code, boolean ctrl, boolean shift, boolean alt) {
    private static final Map<String, KeyCode> NAMED = Map.ofEntries(
            Map.entry(",", KeyCode.COMMA),
            Map.entry(".", KeyCode.PERIOD),
            Map.entry("/", KeyCode.SLASH),
            Map.entry("=", KeyCode.EQUALS),
            Map.entry("-", KeyCode.MINUS),
            Map.entry("←", KeyCode.LEFT),
            Map.entry("→", KeyCode.RIGHT),
            Map.entry("↑", KeyCode.UP),
            Map.entry("↓", KeyCode.DOWN),
            Map.entry("Esc", KeyCode.ESCAPE),
            Map.entry("Space", KeyCode.SPACE),
            Map.entry("Enter", KeyCode.ENTER),
            Map.entry("Tab", KeyCode.TAB),
            Map.entry("Delete", KeyCode.DELETE),
            Map.entry("Backspace", KeyCode.BACK_SPACE),
            Map.entry("PageUp", KeyCode.PAGE_UP),
            Map.entry("PageDown", KeyCode.PAGE_DOWN),
            Map.entry("Home", KeyCode.HOME),
            Map.entry("End", KeyCode.END));
    /** Jamo by the place of their key, for platforms that deliver nothing but the Hangul. */
    private static final Map<Character, KeyCode> JAMO =
            jamo("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "QWERTYUIOPASDFGHJKLZXCVBNM");

    /** Reads {@code Ctrl+Shift+Enter}; {@code ?} means Shift+/. */
    public static KeyChord of(String text) {
        if (text.equals("?")) {
            return new KeyChord(KeyCode.SLASH, false, true, false);
        }
        boolean ctrl = false;
        boolean shift = false;
        boolean alt = false;
        String rest = text;
        while (true) {
            if (rest.startsWith("Ctrl+")) {
                ctrl = true;
                rest = rest.substring(5);
            } else if (rest.startsWith("Shift+")) {
                shift = true;
                rest = rest.substring(6);
            } else if (rest.startsWith("Alt+")) {
                alt = true;
                rest = rest.substring(4);
            } else {
                return new KeyChord(code(rest, text), ctrl, shift, alt);
            }
        }
    }

    /** Reads a chord that a file or a person wrote; empty when it is none. */
    public static Optional<KeyChord> parse(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The chord that was pressed; empty for a modifier alone. */
    public static Optional<KeyChord> pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code.isModifierKey() || code == KeyCode.ALT_GRAPH) {
            return Optional.empty();
        }
        if (code == KeyCode.UNDEFINED) {
            code = event.getText().isEmpty()
                    ? code
                    : JAMO.getOrDefault(event.getText().charAt(0), code);
        }
        return code == KeyCode.UNDEFINED
                ? Optional.empty()
                : Optional.of(new KeyChord(code, event.isShortcutDown(), event.isShiftDown(), event.isAltDown()));
    }

    public boolean matches(KeyEvent event) {
        return pressed(event).filter(this::equals).isPresent();
    }

    /** True when it could be typing: no Ctrl, no Alt, not a function key. Such keys act only outside text. */
    public boolean isTyping() {
        return !ctrl && !alt && !code.isFunctionKey();
    }

    /** The caps to draw, as {@code Ctrl}, {@code Shift}, {@code Enter}. */
    public List<String> caps() {
        List<String> caps = new ArrayList<>();
        if (code == KeyCode.SLASH && shift && !ctrl && !alt) {
            return List.of("?");
        }
        boolean mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
        if (ctrl) {
            caps.add(mac ? "⌘" : "Ctrl");
        }
        if (alt) {
            caps.add(mac ? "⌥" : "Alt");
        }
        if (shift) {
            caps.add(mac ? "⇧" : "Shift");
        }
        caps.add(name(code));
        return List.copyOf(caps);
    }

    /** As {@link #of} reads it. */
    @Override
    public String toString() {
        return (ctrl ? "Ctrl+" : "") + (alt ? "Alt+" : "") + (shift ? "Shift+" : "") + name(code);
    }

    private static KeyCode code(String name, String whole) {
        KeyCode named = NAMED.get(name);
        if (named != null) {
            return named;
        }
        KeyCode byName = KeyCode.getKeyCode(name);
        if (byName == null) {
            throw new IllegalArgumentException("no key '%s' in '%s'".formatted(name, whole));
        }
        return byName;
    }

    private static String name(KeyCode code) {
        for (Map.Entry<String, KeyCode> entry : NAMED.entrySet()) {
            if (entry.getValue() == code) {
                return entry.getKey();
            }
        }
        return code.getName();
    }

    private static Map<Character, KeyCode> jamo(String jamo, String letters) {
        Map<Character, KeyCode> map = new java.util.HashMap<>();
        for (int i = 0; i < jamo.length(); i++) {
            map.put(jamo.charAt(i), KeyCode.getKeyCode(letters.substring(i, i + 1)));
        }
        return Map.copyOf(map);
    }
}
