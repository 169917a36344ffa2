package sigmark.app.base.control;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import sigmark.app.base.Desk;

/** A choice by its name in the language of the moment, in the list of a combo box and on the box itself. */
public final class WordCell<T> extends ListCell<T> {
    private final Desk desk;
    private final Function<T, String> word;

    private WordCell(Desk desk, Function<T, String> word) {
        this.desk = desk;
        this.word = word;
    }

    /** Makes a combo box say its choices, now and after the language changes. */
    public static <T> void on(ComboBox<T> box, Desk desk, Function<T, String> word) {
        box.setCellFactory(list -> new WordCell<>(desk, word));
        box.setButtonCell(new WordCell<>(desk, word));
    }

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        textProperty().unbind();
        if (empty || item == null) {
            setText("");
        } else {
            textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> word.apply(item), desk.texts().wordsProperty()));
        }
    }
}
