package sigmark.app.analyze.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** The places left behind, to go back to and forward again. The newest hundred are kept. */
public final class Trail {
    private static final int KEPT = 100;

    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** A place is left for a new one: what lay ahead is forgotten. */
    void leave(Place place) {
        if (behind.isEmpty() || !behind.peek().equals(place)) {
            behind.push(place);
        }
        while (behind.size() > KEPT) {
            behind.removeLast();
        }
        ahead.clear();
        say();
    }

    Optional<Place> back(Place from) {
        return step(behind, ahead, from);
    }

    Optional<Place> forward(Place from) {
        return step(ahead, behind, from);
    }

    void forget() {
        behind.clear();
        ahead.clear();
        say();
    }

    private Optional<Place> step(Deque<Place> source, Deque<Place> other, Place from) {
        Optional<Place> to = Optional.ofNullable(source.poll());
        to.ifPresent(place -> other.push(from));
        say();
        return to;
    }

    private void say() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
    }
}
