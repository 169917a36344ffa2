package sigmark.app.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.event.Event;
import javafx.scene.AccessibleRole;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.model.PlainTextChange;
import sigmark.app.base.Desk;
import sigmark.app.latex.TokenStyle.Span;
import sigmark.inference.latex.LatexProblem;

/**
 * Types LaTeX: colours, completion after a backslash, snippets with stops, matching brackets, and no surprises from an
 * input method. Undo belongs to whoever hears what is typed. Enter is never used here; Tab only while
 * {@link #holdsTab} is true, Escape only while {@link #holdsEscape} is. Style class {@code latex-editor}.
 */
public final class LatexEditor extends StackPane {
    private static final double LINE = 21;
    private static final double PADDING = 18;
    private static final int MOST_LINES = 9;
    private static final int FEWEST_LINES = 2;

    private final LatexArea area = new LatexArea();
    private final SymbolBook symbols;
    private final CompletionPopup completion;
    private final ReadOnlyObjectWrapper<SnippetStops> stops = new ReadOnlyObjectWrapper<>(SnippetStops.NONE);
    private final BooleanBinding holdsTab;
    private Typist typist = (text, ownStep) -> {};
    private List<LatexProblem> flaws = List.of();
    private boolean byProgram;
    private boolean ownStep;
    private boolean composing;

    /** Hears what is typed. */
    @FunctionalInterface
    public interface Typist {
        /** @param ownStep whether undo should take this change back alone */
        void typed(String text, boolean ownStep);
    }

    public LatexEditor(Desk desk, SymbolBook symbols, FormulaPictures pictures) {
        this.symbols = symbols;
        completion = new CompletionPopup(desk, pictures, this::insert);
        holdsTab = Bindings.createBooleanBinding(
                () -> completion.isShowing() || stops.get().isOpen(), completion.showingProperty(), stops);
        getStyleClass().add("latex-editor");
        getChildren().add(area);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.accessibleTextProperty().bind(desk.texts().live("latex.editor"));
        area.setAsOwnStep(this::asOwnStep);
        area.plainTextChanges().subscribe(this::changed);
        area.caretPositionProperty().addListener((property, old, now) -> paint());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::keyTyped);
        area.addEventFilter(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, this::composed);
        area.focusedProperty().addListener((property, was, is) -> {
            pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("focused-within"), is);
            if (!is) {
                completion.hide();
            }
        });
        area.totalHeightEstimateProperty().addListener((property, old, now) -> requestLayout());
    }

    public void setTypist(Typist hears) {
        typist = hears;
    }

    public String text() {
        return area.getText();
    }

    /** Shows another text, as after undo or when another region is chosen; nobody hears of it. */
    public void show(String text) {
        if (text.equals(area.getText())) {
            return;
        }
        int caret = Math.min(area.getCaretPosition(), text.length());
        byProgram = true;
        area.replaceText(text);
        byProgram = false;
        area.moveTo(caret);
        stops.set(SnippetStops.NONE);
        completion.hide();
    }

    /** Puts the caret behind the text and takes the focus. */
    public void startTyping() {
        area.requestFocus();
        area.moveTo(area.getLength());
        area.requestFollowCaret();
    }

    /** Takes the focus, the caret stays. */
    public void focus() {
        area.requestFocus();
    }

    public void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    public ReadOnlyBooleanProperty typingProperty() {
        return area.focusedProperty();
    }

    /** Places that could not be drawn, to be underlined. */
    public void setFlaws(List<LatexProblem> found) {
        flaws = found;
        paint();
    }

    /** True while Tab inserts a completion or goes to the next stop. */
    public BooleanBinding holdsTab() {
        return holdsTab;
    }

    /** True while Escape closes the completion. */
    public ReadOnlyBooleanProperty holdsEscape() {
        return completion.showingProperty();
    }

    public ReadOnlyObjectProperty<SnippetStops> stopsProperty() {
        return stops.getReadOnlyProperty();
    }

    /** Inserts what completion or palette offers, in place of the command begun before the caret. */
    public void insert(Candidate candidate) {
        String begun = TypingRules.commandBefore(area.getText(), area.getCaretPosition());
        boolean replaces = completion.isShowing() && candidate.shown().startsWith(begun);
        int start = area.getCaretPosition() - (replaces ? begun.length() : 0);
        completion.hide();
        insert(candidate.snippet(), start, replaces ? area.getCaretPosition() : start);
    }

    /** Inserts a snippet at the caret, around the selection if there is one. */
    public void insert(Snippet snippet) {
        insert(snippet, area.getCaretPosition(), area.getCaretPosition());
    }

    private void insert(Snippet snippet, int start, int end) {
        boolean wraps = area.getSelection().getLength() > 0;
        int from = wraps ? area.getSelection().getStart() : start;
        int to = wraps ? area.getSelection().getEnd() : end;
        Snippet filled = wraps ? snippet.around(area.getSelectedText()) : spaced(snippet, to);
        asOwnStep(() -> area.replaceText(from, to, filled.text()));
        SnippetStops opened = SnippetStops.after(filled, from);
        area.moveTo(from + filled.stops().get(0));
        stops.set(opened.within(stops.get()));
        area.requestFocus();
    }

    /** A command runs into a letter behind it, so a blank parts them. */
    private Snippet spaced(Snippet snippet, int end) {
        boolean wordEnds = snippet.text().matches("(?s).*\\\\[A-Za-z]+");
        boolean letterFollows =
                end < area.getLength() && Character.isLetter(area.getText().charAt(end));
        if (!wordEnds || !letterFollows) {
            return snippet;
        }
        return new Snippet(snippet.text() + " ", List.of(snippet.text().length() + 1));
    }

    /** Puts the selection, or an empty place, into {@code \text}. */
    public void wrapInText() {
        insert(Snippet.of("\\text{¦}¦"));
    }

    /** Opens completion for what stands before the caret, whatever it is. */
    public void complete() {
        offer(TypingRules.commandBefore(area.getText(), area.getCaretPosition()));
    }

    private void asOwnStep(Runnable change) {
        ownStep = true;
        try {
            change.run();
        } finally {
            ownStep = false;
        }
    }

    private void changed(PlainTextChange change) {
        int at = change.getPosition();
        stops.set(stops.get()
                .edited(at, change.getRemoved().length(), change.getInserted().length()));
        flaws = List.of();
        paint();
        if (!byProgram) {
            typist.typed(area.getText(), ownStep);
            boolean typedOne =
                    change.getInserted().length() == 1 && change.getRemoved().isEmpty();
            if (!ownStep && (typedOne || completion.isShowing())) {
                offer(TypingRules.commandBefore(
                        area.getText(), at + change.getInserted().length()));
            }
        }
    }

    private void offer(String command) {
        List<Candidate> found = command.isEmpty() || composing ? List.of() : symbols.completing(command);
        boolean alreadyThere =
                found.size() == 1 && found.get(0).snippet().text().equals(command);
        if (found.isEmpty() || alreadyThere || area.getScene() == null) {
            completion.hide();
            return;
        }
        // asking for the caret's place lays the text out, so only when there is something to put there
        Optional<javafx.geometry.Bounds> caret = area.getCaretBounds();
        caret.ifPresentOrElse(place -> completion.show(area, place, found), completion::hide);
    }

    private void keyPressed(KeyEvent event) {
        if (composing) {
            consumeIf(event, event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB);
        } else if (completion.isShowing() && completionKey(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.TAB) {
            stops.get().next().ifPresent(this::goToStop);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                area.replaceSelection("\n");
            }
            event.consume();
        }
    }

    private boolean completionKey(KeyEvent event) {
        switch (event.getCode()) {
            case UP, KP_UP -> completion.move(-1);
            case DOWN, KP_DOWN -> completion.move(1);
            case TAB -> completion.selected().ifPresent(this::insert);
            case ESCAPE -> completion.hide();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void goToStop(int place) {
        SnippetStops rest = stops.get().afterNext();
        area.moveTo(Math.min(place, area.getLength()));
        stops.set(rest);
    }

    /** A key with Alt is an action; the character that some platforms type with it is swallowed. */
    private void keyTyped(KeyEvent event) {
        if (event.isAltDown() && !event.isControlDown()) {
            event.consume();
            return;
        }
        String meant = TypingRules.typed(event.getCharacter());
        if (!meant.equals(event.getCharacter())) {
            area.replaceSelection(meant);
            event.consume();
        }
    }

    /** RichTextFX shows what is being composed; here only ₩ is turned, and keys learn that they must wait. */
    private void composed(InputMethodEvent event) {
        composing = !event.getComposed().isEmpty();
        String meant = TypingRules.typed(event.getCommitted());
        if (!meant.equals(event.getCommitted())) {
            area.replaceSelection(meant);
            event.consume();
        }
    }

    private static void consumeIf(Event event, boolean condition) {
        if (condition) {
            event.consume();
        }
    }

    private void paint() {
        List<Span> spans = new ArrayList<>(TokenStyle.spans(area.getText()));
        for (LatexProblem flaw : flaws) {
            spans.add(new Span(flaw.start(), flaw.end(), "tex-flaw"));
        }
        Brackets.at(area.getText(), area.getCaretPosition()).ifPresent(pair -> {
            spans.add(new Span(pair.open().start(), pair.open().end(), "tex-pair"));
            spans.add(new Span(pair.close().start(), pair.close().end(), "tex-pair"));
        });
        area.paint(spans);
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = area.getTotalHeightEstimate() <= 0 ? LINE : area.getTotalHeightEstimate();
        return Math.max(FEWEST_LINES * LINE, Math.min(MOST_LINES * LINE, content)) + PADDING;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
