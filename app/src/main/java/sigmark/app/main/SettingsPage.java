package sigmark.app.main;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Icons;
import sigmark.app.base.control.Segments;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.Tone;
import sigmark.app.base.words.Language;

/** What a person can choose: language, theme, name, device, keys; and the log. Each change acts at once. */
final class SettingsPage extends ScrollPane {
    private final Desk desk;
    private final KeySettings keys;
    private final TextField person = new TextField();

    SettingsPage(Desk desk, ShellModel shell, ShellActions actions, Diagnostics diagnostics) {
        this.desk = desk;
        this.keys = new KeySettings(desk, actions);
        setId("settings-page");
        getStyleClass().add("settings-page");
        setFitToWidth(true);
        Label title = desk.texts().on(new Label(), "settings.title");
        title.getStyleClass().add("page-title");
        Button back = desk.texts().on(new Button(), "settings.back");
        back.setGraphic(Icons.normal("fth-arrow-left"));
        back.setId("settings-back");
        back.setOnAction(event -> shell.back());
        back.setCancelButton(true);
        HBox head = new HBox(16, back, title);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox content = new VBox(head, general(), keys, log(diagnostics));
        content.getStyleClass().add("settings-content");
        content.setMaxWidth(920);
        setContent(content);
    }

    /** Shows the values and the keys as they are now. */
    void refresh() {
        person.setText(desk.settings().get().person());
        keys.refresh();
    }

    /** True while a key is being chosen, when keys must do nothing else. */
    boolean choosingKey() {
        return keys.choosing();
    }

    private Node general() {
        Segments<Language> language = new Segments<>(
                List.of(Language.values()),
                desk.texts().language(),
                each -> new javafx.beans.property.SimpleStringProperty(each.ownName()));
        language.setId("settings-language");
        Segments<Tone> tone =
                new Segments<>(List.of(Tone.values()), desk.settings().get().tone(), each -> desk.texts()
                        .live(each == Tone.DARK ? "settings.dark" : "settings.light"));
        tone.setId("settings-theme");
        Segments<String> device = new Segments<>(
                List.of("auto", "cpu", "cuda"), desk.settings().get().device(), each -> desk.texts()
                        .live("settings.device." + each));
        person.setPrefWidth(280);
        person.setMaxWidth(280);
        person.setId("settings-person");
        connect(language, tone, device);
        return new VBox(
                12,
                row("settings.language", language),
                row("settings.theme", tone),
                row("settings.person", person, "settings.person.why"),
                row("settings.device", device, "settings.device.why"));
    }

    private void connect(Segments<Language> language, Segments<Tone> tone, Segments<String> device) {
        language.valueProperty().subscribe(chosen -> {
            if (chosen != desk.texts().language()) {
                desk.settings().change(preferences -> preferences.withLanguage(chosen));
            }
        });
        tone.valueProperty().subscribe(chosen -> desk.settings().change(preferences -> preferences.withTone(chosen)));
        device.valueProperty()
                .subscribe(chosen -> desk.settings().change(preferences -> preferences.withDevice(chosen)));
        person.focusedProperty().subscribe(focused -> {
            if (!focused && !person.getText().isBlank()) {
                desk.settings().change(preferences -> preferences.withPerson(person.getText()));
            }
        });
        desk.texts().wordsProperty().subscribe(words -> language.valueProperty().set(words.language()));
        desk.settings().property().subscribe((Preferences preferences) -> {
            tone.valueProperty().set(preferences.tone());
            device.valueProperty().set(preferences.device());
        });
    }

    private Node log(Diagnostics diagnostics) {
        Button copy = desk.texts().on(new Button(), "action.app.diagnostics");
        copy.setGraphic(Icons.normal("fth-clipboard"));
        copy.setId("copy-diagnostics");
        copy.setOnAction(event -> diagnostics.copy());
        Label file = new Label(diagnostics.log().toString());
        file.getStyleClass().add("mono");
        Label heading = desk.texts().on(new Label(), "settings.log");
        heading.getStyleClass().add("section-title");
        Label why = desk.texts().on(new Label(), "settings.log.why");
        why.getStyleClass().add("text-muted");
        why.setWrapText(true);
        Label version = new Label("Sigmark " + diagnostics.version());
        version.getStyleClass().add("text-muted");
        HBox buttons = new HBox(12, copy, version);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, heading, why, file, buttons);
    }

    private Node row(String nameKey, Node control) {
        Label name = desk.texts().on(new Label(), nameKey);
        name.getStyleClass().add("settings-name");
        HBox row = new HBox(16, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(28);
        return row;
    }

    private Node row(String nameKey, Node control, String whyKey) {
        Label why = desk.texts().on(new Label(), whyKey);
        why.getStyleClass().add("text-muted");
        HBox row = (HBox) row(nameKey, control);
        row.getChildren().add(why);
        return row;
    }
}
