package sigmark.app.analyze.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import sigmark.app.analyze.model.CompareViewModel;
import sigmark.app.analyze.model.VerdictViewModel;
import sigmark.app.analyze.part.CropStore;
import sigmark.app.base.Desk;
import sigmark.app.base.words.Words;
import sigmark.app.latex.FormulaPictures;
import sigmark.labeling.verdict.Decision;
import sigmark.labeling.verdict.Preference;
import sigmark.labeling.verdict.Sheet;
import sigmark.labeling.verdict.Verdict;
import sigmark.labeling.verdict.Weight;

/** The candidate's sheet: pairs to look at, what was found, notes, decision, and what was signed before. */
final class VerdictPane extends VBox {
    private static final Duration PAUSE = Duration.millis(400);

    private final Desk desk;
    private final VerdictViewModel view;
    private final CompareViewModel compare;
    private final VBox found = new VBox(2);
    private final VBox signed = new VBox(8);
    private final TextArea notes = new TextArea();
    private final ToggleGroup decisions = new ToggleGroup();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label looked = new Label();
    private final Label why = new Label();
    private final Button sign = new Button();
    private boolean sure;
    private boolean filling;

    VerdictPane(
            Desk desk,
            VerdictViewModel view,
            CompareViewModel compare,
            CompareActions actions,
            CropStore crops,
            FormulaPictures formulas) {
        this.desk = desk;
        this.view = view;
        this.compare = compare;
        getStyleClass().addAll("sample-inspector", "verdict-pane");
        setPrefWidth(372);
        setMinWidth(344);
        setMaxWidth(372);
        VBox content = new VBox(
                new LookCard(desk, view, actions, crops, formulas),
                section("looked", new HBox(8, bar, looked), found),
                section("notes", notes),
                section("decision", decisions()),
                section("signed", signed));
        content.getStyleClass().add("inspector-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll, foot());
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        looked.setMinWidth(USE_PREF_SIZE);
        looked.setId("verdict-looked");
        notes();
        view.sheetProperty().addListener((property, old, now) -> fill(now));
        view.planProperty()
                .addListener((property, old, now) -> fill(view.sheetProperty().get()));
        view.verdicts().addListener((javafx.collections.ListChangeListener<Verdict>) change -> fillSigned());
        view.alteredProperty().addListener((property, old, now) -> fillSigned());
        desk.texts().wordsProperty().addListener((property, old, now) -> {
            fill(view.sheetProperty().get());
            fillSigned();
        });
        disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> view.sheetProperty().get().isEmpty(), view.sheetProperty()));
        fill(view.sheetProperty().get());
    }

    private Node head() {
        Label title = new Label();
        title.getStyleClass().add("row-title");
        title.setMinWidth(0);
        title.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> words().text(
                                        "analyze.verdict",
                                        "run",
                                        compare.candidateProperty()
                                                .get()
                                                .map(run -> words().text(
                                                                "analyze.compare.run",
                                                                "number",
                                                                run.id(),
                                                                "pipeline",
                                                                run.pipeline()))
                                                .orElse("")),
                        compare.candidateProperty(),
                        desk.texts().wordsProperty()));
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("inspector-head");
        return head;
    }

    private void notes() {
        notes.setId("verdict-notes");
        notes.setWrapText(true);
        notes.setPrefRowCount(3);
        desk.texts().prompt(notes, "analyze.verdict.notes.prompt");
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> view.note(notes.getText()));
        notes.textProperty().addListener((property, old, now) -> {
            if (!filling) {
                pause.playFromStart();
            }
        });
        notes.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                pause.stop();
                view.note(notes.getText());
            }
        });
    }

    private Node decisions() {
        VBox box = new VBox(6);
        for (Decision decision : Decision.values()) {
            RadioButton button = desk.texts().on(new RadioButton(), "analyze.verdict.decision." + decision.word());
            button.setId("decision-" + decision.word());
            button.setToggleGroup(decisions);
            button.setUserData(decision);
            button.setWrapText(true);
            button.setOnAction(event -> view.decide(decision));
            box.getChildren().add(button);
        }
        return box;
    }

    private Node foot() {
        why.getStyleClass().add("text-caption");
        why.setWrapText(true);
        why.setMinHeight(32);
        sign.setId("verdict-sign");
        sign.setMinWidth(USE_PREF_SIZE);
        sign.getStyleClass().add("accent");
        sign.setOnAction(event -> sign());
        sign.focusedProperty().addListener((property, old, now) -> {
            if (!now) {
                sure = false;
                nameSign();
            }
        });
        Region space = new Region();
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox foot = new HBox(8, why, space, sign);
        foot.getStyleClass().add("inspector-foot");
        return foot;
    }

    /** Asks once more in place, since what is signed stays. */
    private void sign() {
        view.note(notes.getText());
        if (!view.canSign()) {
            return;
        }
        if (!sure) {
            sure = true;
            nameSign();
            return;
        }
        sure = false;
        view.sign(summary());
        desk.notices().toast(sigmark.app.base.words.Message.of("analyze.verdict.done"));
    }

    private void nameSign() {
        sign.setText(words().text(sure ? "analyze.verdict.sign.sure" : "analyze.verdict.sign"));
    }

    private void fill(Optional<Sheet> sheet) {
        filling = true;
        nameSign();
        String text = sheet.map(Sheet::notes).orElse("");
        if (!notes.isFocused() && !notes.getText().equals(text)) {
            notes.setText(text);
        }
        Optional<Decision> decided = sheet.flatMap(Sheet::decision);
        decisions
                .getToggles()
                .forEach(toggle -> toggle.setSelected(
                        decided.filter(toggle.getUserData()::equals).isPresent()));
        int planned = view.planProperty().get().pairs().size();
        bar.setProgress(planned == 0 ? 0 : (double) view.looked() / planned);
        looked.setText(words().text("analyze.verdict.of", "looked", view.looked(), "planned", planned));
        found.getChildren().setAll(foundRows());
        sign.setDisable(!view.canSign());
        why.setText(view.canSign() ? words().text("analyze.verdict.final") : missing(sheet));
        filling = false;
    }

    private String missing(Optional<Sheet> sheet) {
        if (view.missing() > 0) {
            return words().text("analyze.verdict.missing", "count", view.missing());
        }
        if (sheet.filter(now -> !now.notes().isBlank()).isEmpty()) {
            return words().text("analyze.verdict.missing.notes");
        }
        return words().text("analyze.verdict.missing.decision");
    }

    private List<Node> foundRows() {
        Map<Preference, Integer> preferred = view.preferred();
        Map<Weight, Integer> weights = view.found();
        return List.of(
                row("preference.candidate", preferred.getOrDefault(Preference.CANDIDATE, 0)),
                row("preference.other", preferred.getOrDefault(Preference.OTHER, 0)),
                row("preference.equal", preferred.getOrDefault(Preference.EQUAL, 0)),
                row("weight.real", weights.getOrDefault(Weight.REAL, 0)),
                row("weight.cosmetic", weights.getOrDefault(Weight.COSMETIC, 0)),
                row("weight.truth-wrong", weights.getOrDefault(Weight.TRUTH_WRONG, 0)));
    }

    private Node row(String name, int count) {
        Label label = new Label(words().text("analyze.verdict." + name));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label number = new Label(desk.texts().numbers().count(count));
        number.getStyleClass().add("row-title");
        return new HBox(8, label, space, number);
    }

    /** What was found, in words, as it is signed. */
    private String summary() {
        StringBuilder text = new StringBuilder();
        Map<Preference, Integer> preferred = view.preferred();
        Map<Weight, Integer> weights = view.found();
        for (Preference one : List.of(Preference.CANDIDATE, Preference.OTHER, Preference.EQUAL)) {
            text.append(words().text("analyze.verdict.preference." + one.word()))
                    .append(": ")
                    .append(preferred.getOrDefault(one, 0))
                    .append(". ");
        }
        for (Weight one : List.of(Weight.REAL, Weight.COSMETIC, Weight.TRUTH_WRONG)) {
            text.append(words().text("analyze.verdict.weight." + one.word()))
                    .append(": ")
                    .append(weights.getOrDefault(one, 0))
                    .append(". ");
        }
        return text.toString().strip();
    }

    private void fillSigned() {
        signed.getChildren().clear();
        if (view.alteredProperty().get()) {
            Label warning = new Label(words().text("analyze.verdict.altered"));
            warning.getStyleClass().add("bad");
            warning.setWrapText(true);
            signed.getChildren().add(warning);
        }
        if (view.verdicts().isEmpty()) {
            Label none = new Label(words().text("analyze.verdict.none"));
            none.getStyleClass().add("text-muted");
            signed.getChildren().add(none);
        }
        view.verdicts().forEach(verdict -> signed.getChildren().add(card(verdict)));
    }

    private Node card(Verdict verdict) {
        Label decision = new Label(words().text(
                        "analyze.verdict.decision." + verdict.draft().decision().word()));
        decision.getStyleClass().add("row-title");
        decision.setWrapText(true);
        Label who = new Label(words().text(
                        "analyze.verdict.who",
                        "person",
                        verdict.person(),
                        "when",
                        desk.texts()
                                .numbers()
                                .date(
                                        verdict.at()
                                                .atZone(java.time.ZoneId.systemDefault())
                                                .toLocalDate(),
                                        java.time.LocalDate.now(java.time.ZoneId.systemDefault())),
                        "looked",
                        verdict.draft().samples().size(),
                        "against",
                        verdict.draft().against().isEmpty()
                                ? "–"
                                : String.valueOf(verdict.draft().against().get(0))));
        who.getStyleClass().add("text-caption");
        who.setWrapText(true);
        Label text = new Label(verdict.draft().notes());
        text.setWrapText(true);
        VBox box = new VBox(2, decision, who, text);
        box.getStyleClass().add("verdict-card");
        return box;
    }

    private Node section(String name, Node... nodes) {
        Label title = desk.texts().on(new Label(), "analyze.verdict.section." + name);
        title.getStyleClass().add("field-name");
        VBox box = new VBox(6, title);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("inspector-section");
        return box;
    }

    private Words words() {
        return desk.texts().words();
    }
}
