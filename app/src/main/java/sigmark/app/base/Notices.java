package sigmark.app.base;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import sigmark.app.base.words.Message;
import sigmark.inference.work.Balance;
import sigmark.inference.work.Problem;

/**
 * What the window has to say: toasts for what just happened and how to take it back, problems and balances that stay
 * until read. Use from the window's thread.
 */
public final class Notices {
    /**
     * For a few seconds at the canvas's corner; never for errors.
     *
     * @param key message key of how to take it back, shown fainter; empty when there is none
     */
    public record Toast(Message what, Optional<Message> key) {}

    /** How a job ended, item by item. */
    public record Ending(Message title, Balance balance) {}

    private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ObservableList<Ending> endings = FXCollections.observableArrayList();

    public ObservableList<Toast> toasts() {
        return toasts;
    }

    public ObservableList<Problem> problems() {
        return problems;
    }

    public ObservableList<Ending> endings() {
        return endings;
    }

    public void toast(Message what) {
        toasts.add(new Toast(what, Optional.empty()));
    }

    public void toast(Message what, Message takeBack) {
        toasts.add(new Toast(what, Optional.of(takeBack)));
    }

    /** Shows a problem in a bar until the person puts it away; the same one only once. */
    public void problem(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    public void balance(Message title, Balance balance) {
        endings.add(new Ending(title, balance));
    }
}
