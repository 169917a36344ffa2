package sigmark.app.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stops still open in the text; they move along with typing. An immutable value. */
record SnippetStops(List<Integer> places) {
    static final SnippetStops NONE = new SnippetStops(List.of());

    SnippetStops {
        places = List.copyOf(places);
    }

    /** The stops of a snippet inserted at {@code at}, the first one taken at once. */
    static SnippetStops after(Snippet snippet, int at) {
        return new SnippetStops(
                snippet.stops().stream().skip(1).map(stop -> at + stop).toList());
    }

    boolean isOpen() {
        return !places.isEmpty();
    }

    Optional<Integer> next() {
        return places.stream().findFirst();
    }

    SnippetStops afterNext() {
        return new SnippetStops(places.subList(1, places.size()));
    }

    /** A stop inside removed text is lost; those behind move. */
    SnippetStops edited(int at, int removed, int inserted) {
        List<Integer> moved = new ArrayList<>();
        for (int place : places) {
            if (place < at) {
                moved.add(place);
            } else if (place >= at + removed) {
                moved.add(place - removed + inserted);
            }
        }
        return new SnippetStops(moved);
    }

    /** The stops before those of a snippet inserted inside one of them. */
    SnippetStops within(SnippetStops outer) {
        List<Integer> all = new ArrayList<>(places);
        all.addAll(outer.places);
        return new SnippetStops(all);
    }
}
