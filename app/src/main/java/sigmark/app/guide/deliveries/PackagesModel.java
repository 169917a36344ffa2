package sigmark.app.guide.deliveries;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.app.base.words.Message;
import sigmark.app.work.Keys;
import sigmark.inference.work.Problem;
import sigmark.labeling.delivery.Conflict;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.Resolution;
import sigmark.labeling.packing.MergeReport;
import sigmark.labeling.packing.PackageIn;
import sigmark.labeling.packing.PackageOrder;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;

/** Packages without their nodes: the list, sending, and a merge with its questions on the way. */
final class PackagesModel {
    /**
     * A return on its way in.
     *
     * @param stranger what is known of a key that nobody compared yet
     * @param open conflicts to be decided
     */
    record Incoming(Path file, Optional<Problem> stranger, List<Conflict> open, Map<String, Resolution.Side> sides) {}

    private final Desk desk;
    private final ProjectStore store;
    private final Keys keys;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<List<Delivery>> packages = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Delivery>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Incoming>> incoming = new ReadOnlyObjectWrapper<>(Optional.empty());

    PackagesModel(Desk desk, ProjectStore store, Keys keys) {
        this.desk = desk;
        this.store = store;
        this.keys = keys;
        this.reads = desk.jobs().latest();
    }

    ReadOnlyObjectProperty<List<Delivery>> packagesProperty() {
        return packages.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Delivery>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Incoming>> incomingProperty() {
        return incoming.getReadOnlyProperty();
    }

    void refresh() {
        reads.load(
                () -> new DeliveryStore(store).list(),
                found -> {
                    packages.set(found);
                    chosen.get()
                            .ifPresent(old -> chosen.set(found.stream()
                                    .filter(each ->
                                            each.work().id().equals(old.work().id()))
                                    .findFirst()));
                },
                desk.notices()::problem);
    }

    void choose(Optional<Delivery> delivery) {
        incoming.set(Optional.empty());
        chosen.set(delivery);
    }

    void send(PackageOrder order, Path file) {
        desk.jobs()
                .run(
                        Message.of("job.package-out"),
                        progress -> keys.out(store).send(order, file, progress),
                        sent -> {
                            desk.notices().balance(Message.of("balance.package-out"), sent.balance());
                            refresh();
                        },
                        desk.notices()::problem);
    }

    void sendAgain(Delivery delivery, Path file) {
        String id = delivery.work().id();
        desk.jobs()
                .run(
                        Message.of("job.package-out"),
                        progress -> keys.out(store)
                                .sendAgain(
                                        id,
                                        new PackageInspection(store).remarks(id),
                                        Optional.empty(),
                                        "",
                                        file,
                                        progress),
                        sent -> {
                            desk.notices().balance(Message.of("balance.package-out"), sent.balance());
                            refresh();
                        },
                        desk.notices()::problem);
    }

    /** Merges a return as far as nothing is to be asked. */
    void merge(Path file) {
        merge(file, Resolution.ASK, Optional.empty());
    }

    /** The fingerprint was compared with the labeler: goes on with the merge. */
    void trust() {
        incoming.get()
                .ifPresent(here ->
                        merge(here.file(), Resolution.ASK, here.stranger().map(known -> known.facts()
                                .getOrDefault("fingerprint", ""))));
    }

    /** Decides one conflict. */
    void decide(String regionId, Resolution.Side side) {
        incoming.get().ifPresent(here -> {
            Map<String, Resolution.Side> sides = new HashMap<>(here.sides());
            sides.put(regionId, side);
            incoming.set(Optional.of(new Incoming(here.file(), here.stranger(), here.open(), Map.copyOf(sides))));
        });
    }

    /** Merges with what was decided, and a rule for the rest. */
    void mergeWith(Resolution.Rule rule) {
        incoming.get().ifPresent(here -> merge(here.file(), new Resolution(rule, here.sides()), Optional.empty()));
    }

    void dropIncoming() {
        incoming.set(Optional.empty());
    }

    private void merge(Path file, Resolution resolution, Optional<String> trusted) {
        desk.jobs()
                .run(
                        Message.of("job.package-in"),
                        progress -> new PackageIn(store, Keys.guide()).merge(file, resolution, trusted, progress),
                        report -> merged(file, resolution, report),
                        problem -> failed(file, problem));
    }

    private void merged(Path file, Resolution resolution, MergeReport report) {
        if (report.end() == MergeReport.End.CONFLICTS) {
            incoming.set(Optional.of(new Incoming(file, Optional.empty(), report.open(), resolution.choices())));
            return;
        }
        incoming.set(Optional.empty());
        desk.notices().balance(Message.of("balance.package-in"), report.balance());
        refresh();
    }

    private void failed(Path file, Problem problem) {
        boolean stranger =
                problem.code().equals("package.unknown-key") || problem.code().equals("package.wrong-key");
        if (stranger) {
            incoming.set(Optional.of(new Incoming(file, Optional.of(problem), List.of(), Map.of())));
        } else {
            desk.notices().problem(problem);
        }
    }
}
