package sigmark.app.serve;

import java.util.List;

/** Keys of the page's texts, below {@code serve.}; the page asks for all of them at once. */
final class TrialTexts {
    static final List<String> KEYS = List.of(
            "title",
            "take",
            "shoot",
            "choose",
            "black",
            "black.hint",
            "send",
            "back",
            "again",
            "reading",
            "found",
            "none",
            "accept",
            "accepted",
            "edit",
            "save",
            "delete",
            "deleted",
            "undo",
            "add",
            "add.hint",
            "complain",
            "complain.send",
            "complain.hint",
            "complain.sent",
            "code",
            "code.enter",
            "plain",
            "local",
            "score",
            "latex",
            "added",
            "kept",
            "offline",
            "no-camera",
            "privacy");

    private TrialTexts() {}
}
