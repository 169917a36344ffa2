package sigmark.app.latex;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;
import sigmark.app.latex.TokenStyle.Span;

/** The text area itself: colours, pasting, no undo of its own, since the project's undo covers LaTeX too. */
final class LatexArea extends CodeArea {
    private Consumer<Runnable> asOwnStep = Runnable::run;
    private List<Span> painted = List.of();
    private String paintedText = "";

    LatexArea() {
        getStyleClass().add("latex-area");
        setWrapText(true);
        setUndoManager(UndoUtils.noOpUndoManager());
    }

    /** How to run a change that a person may want to take back alone. */
    void setAsOwnStep(Consumer<Runnable> how) {
        asOwnStep = how;
    }

    /** First the text as it is, then without the delimiters around it, so that undo gives them back. */
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (!clipboard.hasString()) {
            return;
        }
        String raw = TypingRules.typed(clipboard.getString().replace("\r\n", "\n"));
        String plain = TypingRules.pasted(raw);
        int start = getSelection().getStart();
        asOwnStep.accept(() -> replaceSelection(raw));
        if (!plain.equals(raw)) {
            asOwnStep.accept(() -> replaceText(start, start + raw.length(), plain));
        }
    }

    /** Colours the text; spans may overlap, and a character wears all classes that cover it. Costly: new nodes. */
    void paint(List<Span> spans) {
        int length = getLength();
        if (length == 0 || spans.equals(painted) && getText().equals(paintedText)) {
            return;
        }
        painted = List.copyOf(spans);
        paintedText = getText();
        var starts = new TreeMap<Integer, Boolean>();
        starts.put(0, true);
        for (Span span : spans) {
            starts.put(Math.min(length, span.start()), true);
            starts.put(Math.min(length, span.end()), true);
        }
        var builder = new StyleSpansBuilder<Collection<String>>();
        for (int start : starts.keySet()) {
            Integer next = starts.higherKey(start);
            int end = next == null ? length : next;
            if (end > start) {
                builder.add(
                        spans.stream()
                                .filter(span -> span.start() <= start && span.end() >= end)
                                .map(Span::styleClass)
                                .distinct()
                                .toList(),
                        end - start);
            }
        }
        setStyleSpans(0, builder.create());
    }
}
