package sigmark.app.main;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;

/** A short look at the workbenches, one card after the other; left at any time, and back only when asked for. */
final class GuidedLook extends StackPane {
    /** One card: which workbench it shows, and the message keys of its words. */
    private record Card(String bench, String key) {}

    private static final List<Card> CARDS = List.of(
            new Card("label", "look.pages"),
            new Card("label", "look.boxes"),
            new Card("label", "look.latex"),
            new Card("run", "look.run"),
            new Card("analyze", "look.analyze"),
            new Card("label", "look.keys"));

    private final Desk desk;
    private final ShellModel shell;
    private int at;

    GuidedLook(Desk desk, ShellModel shell) {
        this.desk = desk;
        this.shell = shell;
        setPickOnBounds(false);
        setAlignment(Pos.BOTTOM_CENTER);
        setPadding(new Insets(0, 0, 40, 72));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        shell.projectProperty().subscribe(project -> {
            if (project.isEmpty()) {
                setVisible(false);
            }
        });
        shell.lookWantedProperty().subscribe(wanted -> {
            if (wanted) {
                start();
            }
        });
    }

    void start() {
        at = 0;
        setVisible(true);
        fill();
    }

    private void leave() {
        setVisible(false);
        getChildren().clear();
        shell.lookTaken();
    }

    private List<Card> cards() {
        return CARDS.stream()
                .filter(card -> shell.projectProperty()
                        .get()
                        .flatMap(open -> open.bench(card.bench))
                        .isPresent())
                .toList();
    }

    private void fill() {
        List<Card> cards = cards();
        if (at >= cards.size()) {
            leave();
            return;
        }
        Card card = cards.get(at);
        shell.showBench(card.bench);
        Label title = desk.texts().on(new Label(), card.key);
        title.getStyleClass().add("row-title");
        Label words = desk.texts().on(new Label(), card.key + ".words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Label count = new Label((at + 1) + " / " + cards.size());
        count.getStyleClass().add("text-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button leave = desk.texts().on(new Button(), "look.leave");
        leave.setId("look-leave");
        leave.setOnAction(event -> leave());
        Button next = desk.texts().on(new Button(), at + 1 < cards.size() ? "look.next" : "look.done");
        next.setId("look-next");
        next.setOnAction(event -> {
            at++;
            fill();
        });
        HBox foot = new HBox(8, count, space, leave, next);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(8, title, words, foot);
        box.setId("guided-look");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.getStyleClass().addAll("floating", "guided-look");
        getChildren().setAll(box);
    }
}
