package sigmark.app.label;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.Segments;
import sigmark.inference.page.Writing;
import sigmark.labeling.project.FormulaRegion;

/** Writing, tags and remark of the selected region; kept when a field is left or Enter is pressed in it. */
final class RegionDetails extends VBox {
    private static final double NAME_WIDTH = 64;

    private final Desk desk;
    private final Segments<Writing> writing;
    private final TextField tags = new TextField();
    private final TextField remark = new TextField();
    private Optional<FormulaRegion> shown = Optional.empty();

    RegionDetails(Desk desk, RegionCommands commands) {
        super(8);
        this.desk = desk;
        writing = new Segments<>(List.of(Writing.values()), Writing.PRINTED, choice -> desk.texts()
                .live("writing." + choice.word()));
        writing.getStyleClass().add("small-segments");
        writing.valueProperty().addListener((property, old, now) -> {
            if (shown.filter(region -> region.writing() != now).isPresent()) {
                commands.setWriting(now);
            }
        });
        desk.texts().prompt(tags, "label.tags.prompt");
        desk.texts().prompt(remark, "label.remark.prompt");
        tags.setId("region-tags");
        remark.setId("region-remark");
        keeps(tags, () -> commands.setTags(typedTags()));
        keeps(remark, () -> commands.setRemark(remark.getText().strip()));
        getStyleClass().addAll("pane-section", "region-details");
        getChildren().addAll(named("label.writing", writing), named("label.tags", tags), named("label.remark", remark));
    }

    private void keeps(TextField field, Runnable keep) {
        field.setOnAction(event -> keep.run());
        field.focusedProperty().addListener((property, was, is) -> {
            if (was && shown.isPresent()) {
                keep.run();
            }
        });
    }

    private Set<String> typedTags() {
        return Arrays.stream(tags.getText().split("[,\\s]+"))
                .filter(tag -> !tag.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Node named(String key, Node control) {
        Label name = desk.texts().on(new Label(), key);
        name.getStyleClass().add("text-muted");
        name.setMinWidth(NAME_WIDTH);
        name.setLabelFor(control);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(8, name, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void show(Optional<FormulaRegion> region) {
        boolean other = !region.map(FormulaRegion::id).equals(shown.map(FormulaRegion::id));
        shown = region;
        setDisable(region.isEmpty());
        region.map(FormulaRegion::writing).ifPresent(writing.valueProperty()::set);
        if (other || !tags.isFocused()) {
            tags.setText(
                    region.map(r -> String.join(", ", new TreeSet<>(r.tags()))).orElse(""));
        }
        if (other || !remark.isFocused()) {
            remark.setText(region.map(FormulaRegion::remark).orElse(""));
        }
    }
}
