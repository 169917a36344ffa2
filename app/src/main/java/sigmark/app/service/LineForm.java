package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.control.WordCell;
import sigmark.labeling.requirement.Hardware;
import sigmark.labeling.requirement.Measure;
import sigmark.labeling.requirement.PipelineModule;
import sigmark.labeling.requirement.Quantity;
import sigmark.labeling.requirement.Requirement;
import sigmark.labeling.requirement.RequirementKind;
import sigmark.labeling.requirement.ServingPlace;

/** The fields of one line. Whatever is typed and can be read changes the draft at once; what cannot be read is marked. */
final class LineForm extends VBox {
    private final Desk desk;
    private final Consumer<Requirement> typed;
    private Optional<Requirement> shown = Optional.empty();
    private boolean filling;

    LineForm(Desk desk, Consumer<Requirement> typed) {
        super(6);
        this.desk = desk;
        this.typed = typed;
        getStyleClass().add("pane-section");
        setId("line-form");
    }

    /** Shows a line; the same line again only fills nothing, so that typing goes on. */
    void show(Optional<Requirement> line) {
        boolean same = line.map(Requirement::id).equals(shown.map(Requirement::id))
                && line.map(Requirement::measure).equals(shown.map(Requirement::measure));
        shown = line;
        if (!same) {
            fill();
        }
    }

    private void fill() {
        filling = true;
        List<Node> fields = new ArrayList<>();
        shown.ifPresent(line -> {
            if (!Measure.of(line.kind()).isEmpty()) {
                fields.add(choice(
                        "measure",
                        Measure.of(line.kind()),
                        line.measure(),
                        measure -> "service.measure." + measure.word(),
                        this::measured));
                fields.add(choice(
                        "module",
                        List.copyOf(line.measure()
                                .map(Measure::modules)
                                .orElse(java.util.EnumSet.allOf(PipelineModule.class))),
                        Optional.of(line.module()),
                        module -> "service.module." + module.word(),
                        (now, module) -> with(now, Change.of(now).module(module))));
                fields.add(text("slice", line.slice(), (now, text) -> Optional.of(now.on(text.strip()))));
                fields.add(text("bound", boundText(line), LineForm::bounded));
            }
            if (line.kind() == RequirementKind.SERVING_PLACE) {
                fields.add(choice(
                        "place",
                        List.of(ServingPlace.values()),
                        line.place(),
                        place -> "service.place." + place.word(),
                        (now, place) -> with(now, Change.of(now).place(place))));
                fields.add(text("bound", boundText(line), LineForm::bounded));
            }
            if (line.kind().isTime() || line.kind() == RequirementKind.SERVING_PLACE) {
                fields.add(text("percentile", line.percentile(), LineForm::percentile));
            }
            if (line.kind() == RequirementKind.QPS) {
                fields.add(text(
                        "within",
                        line.within(),
                        (now, text) -> Optional.of(with(now, Change.of(now).within(text.strip())))));
            }
            if (line.kind() == RequirementKind.HARDWARE) {
                fields.addAll(machine(line.hardware()));
            }
            fields.add(text(
                    "note",
                    line.note(),
                    (now, text) -> Optional.of(with(now, Change.of(now).note(text)))));
        });
        getChildren().setAll(fields);
        filling = false;
    }

    private static String boundText(Requirement line) {
        return line.bound().isPresent() ? Quantity.write(line.bound().getAsDouble(), unit(line)) : "";
    }

    private static Measure.Unit unit(Requirement line) {
        return line.measure()
                .map(Measure::unit)
                .orElse(
                        line.kind() == RequirementKind.SERVING_PLACE
                                        || line.kind().isTime()
                                ? Measure.Unit.MILLIS
                                : Measure.Unit.SHARE);
    }

    /** A measure brings its own unit, so a bound of another unit goes. */
    private Requirement measured(Requirement now, Measure measure) {
        PipelineModule module = measure.modules().contains(now.module())
                ? now.module()
                : measure.modules().iterator().next();
        boolean sameUnit =
                now.measure().map(Measure::unit).filter(measure.unit()::equals).isPresent();
        Change change = Change.of(now).module(module);
        return with(sameUnit ? now : now, sameUnit ? change : change.bound(OptionalDouble.empty()))
                .measuring(measure);
    }

    private static Optional<Requirement> bounded(Requirement now, String text) {
        if (text.isBlank()) {
            return Optional.of(with(now, Change.of(now).bound(OptionalDouble.empty())));
        }
        OptionalDouble value = Quantity.parse(text, unit(now));
        boolean share = unit(now) == Measure.Unit.SHARE || unit(now) == Measure.Unit.SCORE;
        boolean inRange = value.isPresent() && value.getAsDouble() >= 0 && (!share || value.getAsDouble() <= 1);
        return inRange ? Optional.of(now.bounded(value.getAsDouble())) : Optional.empty();
    }

    private static Optional<Requirement> percentile(Requirement now, String text) {
        if (text.isBlank()) {
            return Optional.of(with(now, Change.of(now).perMille(OptionalInt.empty())));
        }
        OptionalInt value = Quantity.percentile(text);
        return value.isPresent() ? Optional.of(now.at(value.getAsInt())) : Optional.empty();
    }

    private List<Node> machine(Optional<Hardware> hardware) {
        TextField machines =
                new TextField(hardware.map(h -> String.valueOf(h.machines())).orElse("1"));
        TextField cores =
                new TextField(hardware.map(h -> String.valueOf(h.cores())).orElse(""));
        TextField memory = new TextField(hardware.map(h -> Quantity.write(h.memoryGib(), Measure.Unit.COUNT))
                .orElse(""));
        Runnable read = () -> shown.ifPresent(now -> {
            OptionalDouble count = Quantity.parse(machines.getText(), Measure.Unit.COUNT);
            OptionalDouble each = Quantity.parse(cores.getText(), Measure.Unit.COUNT);
            OptionalDouble gib = Quantity.parse(memory.getText(), Measure.Unit.COUNT);
            boolean right = count.orElse(0) >= 1 && each.orElse(0) >= 1 && gib.orElse(0) > 0;
            if (right && !filling) {
                change(with(
                        now,
                        Change.of(now)
                                .hardware(new Hardware(
                                        (int) count.getAsDouble(),
                                        (int) each.getAsDouble(),
                                        gib.getAsDouble(),
                                        hardware.map(Hardware::gpu).orElse(false)))));
            }
        });
        for (TextField field : List.of(machines, cores, memory)) {
            field.textProperty().subscribe(text -> read.run());
        }
        return List.of(row("machines", machines), row("cores", cores), row("memory", memory));
    }

    private interface Reader {
        /** The line with what was typed; empty when that cannot be read. */
        Optional<Requirement> read(Requirement now, String text);
    }

    private Node text(String key, String value, Reader reader) {
        TextField field = new TextField(value);
        field.setId("line-" + key);
        field.textProperty().addListener((property, old, text) -> {
            if (!filling) {
                Optional<Requirement> read = shown.flatMap(now -> reader.read(now, text));
                field.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("wrong"), read.isEmpty());
                read.ifPresent(this::change);
            }
        });
        return row(key, field);
    }

    private <T> Node choice(
            String key,
            List<T> choices,
            Optional<T> value,
            Function<T, String> word,
            java.util.function.BiFunction<Requirement, T, Requirement> change) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("line-" + key);
        box.getItems().setAll(choices);
        WordCell.on(box, desk, one -> desk.texts().text(word.apply(one)));
        value.ifPresent(box::setValue);
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((property, old, now) -> {
            if (!filling && now != null) {
                shown.ifPresent(line -> change(change.apply(line, now)));
            }
        });
        return row(key, box);
    }

    private void change(Requirement line) {
        boolean measure = !shown.map(Requirement::measure).equals(Optional.of(line.measure()));
        shown = Optional.of(line);
        typed.accept(line);
        if (measure) {
            fill();
        }
    }

    private Node row(String key, Node field) {
        Label name = desk.texts().on(new Label(), "service.field." + key);
        name.getStyleClass().add("field-name");
        name.setMinWidth(92);
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(desk.texts().live("service.field." + key));
        HBox row = new HBox(8, name, field);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(field, Priority.ALWAYS);
        return row;
    }

    private static Requirement with(Requirement now, Change change) {
        return new Requirement(
                now.id(),
                now.kind(),
                now.measure(),
                change.module,
                now.slice(),
                change.bound,
                change.perMille,
                now.halfWidth(),
                change.within,
                change.hardware,
                change.place,
                change.note);
    }

    /** The parts of a line that the form changes one at a time. */
    private record Change(
            PipelineModule module,
            OptionalDouble bound,
            OptionalInt perMille,
            String within,
            Optional<Hardware> hardware,
            Optional<ServingPlace> place,
            String note) {
        static Change of(Requirement now) {
            return new Change(
                    now.module(), now.bound(), now.perMille(), now.within(), now.hardware(), now.place(), now.note());
        }

        Change module(PipelineModule other) {
            return new Change(other, bound, perMille, within, hardware, place, note);
        }

        Change bound(OptionalDouble other) {
            return new Change(module, other, perMille, within, hardware, place, note);
        }

        Change perMille(OptionalInt other) {
            return new Change(module, bound, other, within, hardware, place, note);
        }

        Change within(String other) {
            return new Change(module, bound, perMille, other, hardware, place, note);
        }

        Change hardware(Hardware other) {
            return new Change(module, bound, perMille, within, Optional.of(other), place, note);
        }

        Change place(ServingPlace other) {
            return new Change(module, bound, perMille, within, hardware, Optional.of(other), note);
        }

        Change note(String other) {
            return new Change(module, bound, perMille, within, hardware, place, other);
        }
    }
}
