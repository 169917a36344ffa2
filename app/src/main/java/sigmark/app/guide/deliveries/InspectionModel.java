package sigmark.app.guide.deliveries;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import sigmark.analysis.acceptance.Judgement;
import sigmark.analysis.acceptance.PackageInspection;
import sigmark.analysis.acceptance.PlanWish;
import sigmark.analysis.labeler.GoldScore;
import sigmark.app.base.Desk;
import sigmark.app.base.Jobs;
import sigmark.inference.work.Problem;
import sigmark.inference.work.ProblemException;
import sigmark.labeling.delivery.DeliveredPage;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.inspection.InspectedItem;
import sigmark.labeling.inspection.InspectedItem.Verdict;
import sigmark.labeling.inspection.Inspection;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.store.ProjectStore;
import sigmark.labeling.store.delivery.DeliveryStore;
import sigmark.labeling.store.delivery.InspectionStore;

/** The inspection of one package without its nodes: what can be said at once, the sample item by item, the end. */
final class InspectionModel {
    /** A package that can be inspected, and what is known without a person. */
    record Subject(Delivery delivery, int lotSize, GoldScore gold, Optional<Inspection> inspection) {}

    /** The item that is looked at. */
    record Current(Inspection inspection, InspectedItem item, Optional<FormulaRegion> region) {}

    private final Desk desk;
    private final ProjectStore store;
    private final PackageInspection inspections;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Current>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    InspectionModel(Desk desk, ProjectStore store) {
        this.desk = desk;
        this.store = store;
        this.inspections = new PackageInspection(store);
        this.reads = desk.jobs().latest();
    }

    ReadOnlyObjectProperty<Optional<Subject>> subjectProperty() {
        return subject.getReadOnlyProperty();
    }

    /** The item to judge; empty before the inspection begins and when every item was looked at. */
    ReadOnlyObjectProperty<Optional<Current>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Takes a package up; an inspection that is going on is gone on with. */
    void take(String packageId) {
        reads.load(() -> read(packageId), this::show, desk.notices()::problem);
    }

    private record Read(Subject subject, Optional<Current> current) {}

    private Read read(String packageId) {
        DeliveryStore deliveries = new DeliveryStore(store);
        Delivery delivery = deliveries
                .find(packageId)
                .orElseThrow(() -> new ProblemException(Problem.of("package.unknown", packageId)));
        List<DeliveredPage> pages = deliveries.pages(packageId);
        Optional<Inspection> inspection = new InspectionStore(store)
                .newestOf(packageId)
                .filter(one -> one.round() == delivery.work().round());
        return new Read(
                new Subject(delivery, inspections.lotSize(packageId), GoldScore.of(store, pages), inspection),
                inspection.flatMap(one -> current(one, 1)));
    }

    /** The first open item from that place on, else the first open one. */
    private Optional<Current> current(Inspection inspection, int from) {
        return inspection.items().stream()
                .filter(item -> item.isOpen() && item.place() >= from)
                .findFirst()
                .or(() -> inspection.items().stream()
                        .filter(InspectedItem::isOpen)
                        .findFirst())
                .map(item -> new Current(inspection, item, store.regions().find(item.regionId())));
    }

    private void show(Read read) {
        subject.set(Optional.of(read.subject()));
        current.set(read.current());
    }

    void begin(PlanWish wish, long seed) {
        subject.get()
                .ifPresent(here -> reads.load(
                        () -> {
                            inspections.begin(here.delivery().work().id(), wish, seed);
                            return read(here.delivery().work().id());
                        },
                        this::show,
                        desk.notices()::problem));
    }

    /** Says what the current item is, and goes to the next open one. */
    void judge(Verdict verdict) {
        current.get().ifPresent(here -> judge(here.inspection(), here.item().place(), verdict));
    }

    private void judge(Inspection inspection, int place, Verdict verdict) {
        String id = inspection.deliveryId();
        reads.load(
                () -> {
                    Inspection judged = new InspectionStore(store).judge(inspection.id(), place, verdict);
                    Read read = read(id);
                    return new Read(read.subject(), current(judged, place + 1));
                },
                this::show,
                desk.notices()::problem);
    }

    /** Looks at the item before the current one again. */
    void back() {
        subject.get()
                .flatMap(Subject::inspection)
                .filter(one -> one.accepted().isEmpty())
                .ifPresent(inspection -> {
                    int at = current.get()
                            .map(here -> here.item().place())
                            .orElse(inspection.items().size() + 1);
                    inspection.items().stream()
                            .filter(item -> item.place() == at - 1)
                            .findFirst()
                            .ifPresent(item -> reads.load(
                                    () -> new Current(
                                            inspection, item, store.regions().find(item.regionId())),
                                    found -> current.set(Optional.of(found)),
                                    desk.notices()::problem));
                });
    }

    /** Accepts or returns the package by its plan. */
    void decide() {
        subject.get()
                .flatMap(Subject::inspection)
                .filter(one -> one.open() == 0)
                .ifPresent(inspection -> reads.load(
                        () -> {
                            inspections.decide(inspection);
                            return read(inspection.deliveryId());
                        },
                        this::show,
                        desk.notices()::problem));
    }

    /** What the inspection says so far. */
    Optional<Judgement> judgement() {
        return subject.get().flatMap(Subject::inspection).map(Judgement::of);
    }
}
