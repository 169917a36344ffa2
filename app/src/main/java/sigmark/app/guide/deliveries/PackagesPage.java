package sigmark.app.guide.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.control.EmptyState;
import sigmark.app.base.key.Action;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.work.Keys;
import sigmark.inference.work.Problem;
import sigmark.labeling.delivery.Delivery;
import sigmark.labeling.delivery.DeliveryState;

/** Work packages: what is out with whom, sending, merging what came back, and the way to its inspection. */
final class PackagesPage implements GuidePage {
    private final GuideDesk guide;
    private final Desk desk;
    private final PackagesModel model;
    private final ListView<Delivery> list = new ListView<>();
    private final ListAndWork node = new ListAndWork(list);
    private final SendForm form;
    private final FileField returned;
    private final FileField again;
    private final Action compose;
    private final Action merge;
    private final Action inspect;
    private boolean composing;

    PackagesPage(GuideDesk guide) {
        this.guide = guide;
        this.desk = guide.desk();
        this.model = new PackagesModel(
                desk, guide.store(), new Keys(guide.workspace().keyFolder()));
        this.form = new SendForm(desk, guide.store().files().folder(), this::send, () -> compose(false));
        this.returned = new FileField(desk, "return-file", false);
        this.again = new FileField(desk, "again-file", true);
        node.setId("packages-page");
        compose = Action.of("guide.package-new", "guide.packages", () -> compose(true))
                .withKeys("N")
                .withIcon("fth-send");
        merge = Action.of("guide.package-merge", "guide.packages", () -> returned.path()
                        .ifPresent(model::merge))
                .withKeys("Ctrl+Enter")
                .withIcon("fth-download")
                .evenInText();
        inspect = Action.of("guide.package-inspect", "guide.packages", this::inspect)
                .withKeys("Enter")
                .withIcon("fth-check-square")
                .when(Bindings.createBooleanBinding(
                        () -> model.chosenProperty().get().isPresent(), model.chosenProperty()));
        list.setId("package-list");
        desk.texts().name(list, "guide.page.packages");
        list.setPlaceholder(new EmptyState(
                "fth-package",
                desk.texts().live("delivery.packages.none"),
                desk.texts().live("delivery.packages.none.why"),
                ActionButton.of(desk, compose)));
        list.setCellFactory(view -> new TwoLineCell<>(each -> each.work().name(), this::standing));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                composing = false;
                model.choose(Optional.of(chosen));
            }
        });
        model.packagesProperty().subscribe(all -> {
            list.getItems().setAll(all);
            render();
        });
        model.chosenProperty().subscribe(chosen -> render());
        model.incomingProperty().subscribe(incoming -> render());
        desk.texts().wordsProperty().subscribe(words -> {
            list.refresh();
            render();
        });
    }

    private String standing(Delivery delivery) {
        return desk.texts().text("delivery.state." + delivery.state().word()) + " · "
                + delivery.work().labeler() + " · "
                + desk.texts().text("delivery.pages-in", "in", delivery.pagesIn(), "pages", delivery.pages());
    }

    private void compose(boolean begin) {
        composing = begin;
        render();
    }

    private void send() {
        if (form.order().isPresent() && form.file().isPresent()) {
            model.send(form.order().get(), form.file().get());
            compose(false);
        } else {
            desk.notices().toast(sigmark.app.base.words.Message.of("delivery.form.incomplete"));
        }
    }

    private void inspect() {
        model.chosenProperty()
                .get()
                .ifPresent(delivery -> guide.turnTo(
                        "inspection",
                        Destination.of("guide").query(delivery.work().id())));
    }

    private void render() {
        List<Node> nodes = new ArrayList<>();
        Optional<PackagesModel.Incoming> incoming = model.incomingProperty().get();
        if (composing) {
            nodes.add(form);
        } else if (incoming.isPresent()) {
            incoming.get().stranger().ifPresent(key -> nodes.add(stranger(key)));
            if (!incoming.get().open().isEmpty()) {
                nodes.add(new ConflictsView(desk, guide, model, incoming.get()));
            }
        } else {
            model.chosenProperty().get().ifPresent(delivery -> details(delivery, nodes));
            nodes.add(ListAndWork.line(desk.texts().text("delivery.merge.title"), "section-title"));
            nodes.add(returned);
            nodes.add(new HBox(8, ActionButton.next(desk, merge), ActionButton.of(desk, compose)));
        }
        node.work(nodes.toArray(Node[]::new));
    }

    private void details(Delivery delivery, List<Node> nodes) {
        nodes.add(ListAndWork.line(delivery.work().name(), "page-title"));
        nodes.add(ListAndWork.line(standing(delivery), "text-muted"));
        nodes.add(ListAndWork.line(desk.texts()
                .text(
                        "delivery.details",
                        "round",
                        delivery.work().round(),
                        "guide",
                        delivery.work().guideVersion(),
                        "work",
                        delivery.workPages(),
                        "overlap",
                        delivery.overlapPages(),
                        "gold",
                        delivery.goldPages(),
                        "deadline",
                        delivery.work().deadline().map(LocalDate::toString).orElse("–"))));
        HBox buttons = new HBox(8);
        if (delivery.pagesIn() > 0) {
            buttons.getChildren().add(ActionButton.of(desk, inspect));
        }
        if (delivery.state() == DeliveryState.RETURNED) {
            again.suggest(guide.store()
                    .files()
                    .folder()
                    .resolve(delivery.work().name() + "-" + (delivery.work().round() + 1) + ".sigpack"));
            Button send = desk.texts().on(new Button(), "delivery.again");
            send.setId("send-again");
            send.setOnAction(event -> again.path().ifPresent(file -> model.sendAgain(delivery, file)));
            nodes.add(again);
            buttons.getChildren().add(send);
        }
        nodes.add(buttons);
    }

    private Node stranger(Problem key) {
        VBox card = new VBox(
                8,
                ListAndWork.line(desk.texts().what(key), "section-title"),
                ListAndWork.line(key.facts().getOrDefault("fingerprint", ""), "mono"),
                ListAndWork.line(desk.texts().text("delivery.trust.why"), "text-muted"));
        card.getStyleClass().add("card");
        Button trust = desk.texts().on(new Button(), "delivery.trust");
        trust.setId("trust-key");
        trust.setOnAction(event -> model.trust());
        Button leave = desk.texts().on(new Button(), "delivery.trust.leave");
        leave.setOnAction(event -> model.dropIncoming());
        card.getChildren().add(new HBox(8, trust, leave));
        return card;
    }

    @Override
    public String id() {
        return "packages";
    }

    @Override
    public String icon() {
        return "fth-package";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(merge, compose, inspect);
    }

    @Override
    public void shown() {
        model.refresh();
        list.requestFocus();
    }
}
