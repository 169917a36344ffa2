package sigmark.app.guide.deliveries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sigmark.app.base.Desk;
import sigmark.app.base.Destination;
import sigmark.app.base.Jobs;
import sigmark.app.base.control.ActionButton;
import sigmark.app.base.key.Action;
import sigmark.app.base.words.Message;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;
import sigmark.app.work.Keys;
import sigmark.labeling.delivery.ReturnRemark;
import sigmark.labeling.delivery.WorkPackage;
import sigmark.labeling.slice.SliceQuery;
import sigmark.labeling.store.delivery.VendorCopyStore;

/** A labeler's package: how far it is, what the curator said of it, and handing in, all of it or a part. */
final class HandInPage implements GuidePage {
    private static final SliceQuery SUBMITTED = SliceQuery.parse("state:submitted");

    /** What the page shows at once. */
    private record Shown(WorkPackage work, int handIns, int pages, int submitted, Map<String, ReturnRemark> remarks) {}

    private final GuideDesk guide;
    private final Desk desk;
    private final Jobs.Latest reads;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final VBox work = new VBox(12);
    private final ScrollPane node = new ScrollPane(work);
    private final FileField file;
    private final Action handIn;

    HandInPage(GuideDesk guide) {
        this.guide = guide;
        this.desk = guide.desk();
        this.reads = desk.jobs().latest();
        this.file = new FileField(desk, "hand-in-file", true);
        node.setId("hand-in-page");
        node.setFitToWidth(true);
        work.setPadding(new Insets(16));
        handIn = Action.of("guide.hand-in", "guide.hand-in", this::write)
                .withKeys("Ctrl+Enter")
                .withIcon("fth-send")
                .evenInText();
        shown.subscribe(now -> render());
        desk.texts().wordsProperty().subscribe(words -> render());
    }

    private void render() {
        if (shown.get().isEmpty()) {
            return;
        }
        Shown now = shown.get().get();
        List<Node> nodes = new ArrayList<>();
        nodes.add(ListAndWork.line(now.work().name(), "page-title"));
        nodes.add(ListAndWork.line(
                desk.texts()
                        .text(
                                "delivery.hand-in.from",
                                "project",
                                now.work().projectName(),
                                "guide",
                                now.work().guideVersion(),
                                "deadline",
                                now.work().deadline().map(LocalDate::toString).orElse("–")),
                "text-muted"));
        if (!now.work().note().isEmpty()) {
            nodes.add(ListAndWork.line(now.work().note(), "card"));
        }
        ProgressBar bar = new ProgressBar(now.pages() == 0 ? 0 : (double) now.submitted() / now.pages());
        bar.setMaxWidth(Double.MAX_VALUE);
        nodes.add(bar);
        nodes.add(ListAndWork.line(
                desk.texts().text("delivery.hand-in.progress", "submitted", now.submitted(), "pages", now.pages()),
                "section-title"));
        nodes.add(ListAndWork.line(desk.texts().text("delivery.hand-in.why"), "text-muted"));
        nodes.add(file);
        nodes.add(ActionButton.next(desk, handIn));
        if (!now.remarks().isEmpty()) {
            nodes.add(ListAndWork.line(
                    desk.texts()
                            .text(
                                    "delivery.hand-in.remarks",
                                    "count",
                                    now.remarks().size()),
                    "section-title"));
            now.remarks().values().forEach(remark -> nodes.add(remark(remark)));
        }
        work.getChildren().setAll(nodes);
    }

    private Node remark(ReturnRemark remark) {
        Button open = desk.texts().on(new Button(), "delivery.open-in-label");
        open.setOnAction(event -> guide.workspace()
                .go(Destination.of("label").page(remark.pageId()).region(remark.regionId())));
        String reason = desk.texts().text("delivery.reason." + remark.reason());
        return new HBox(12, open, ListAndWork.line(remark.text().isEmpty() ? reason : reason + ": " + remark.text()));
    }

    private void write() {
        file.path().ifPresent(path -> desk.jobs()
                .run(
                        Message.of("job.hand-in"),
                        progress -> new Keys(guide.workspace().keyFolder())
                                .handIn(guide.store())
                                .write(path, progress),
                        made -> {
                            desk.notices().balance(Message.of("balance.hand-in"), made.balance());
                            desk.notices().toast(Message.of("delivery.hand-in.key", "fingerprint", made.fingerprint()));
                            shown();
                        },
                        desk.notices()::problem));
    }

    @Override
    public String id() {
        return "hand-in";
    }

    @Override
    public String icon() {
        return "fth-send";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public List<Action> actions() {
        return List.of(handIn);
    }

    @Override
    public void shown() {
        reads.load(this::read, now -> shown.set(Optional.of(now)), desk.notices()::problem);
        node.requestFocus();
    }

    private Shown read() {
        VendorCopyStore copies = new VendorCopyStore(guide.store());
        var copy = copies.copy().orElseThrow();
        String name = copy.work().name() + "-" + (copy.handIns() + 1) + ".sigpack";
        desk.jobs().onWindow(() -> file.suggest(guide.store().files().folder().resolveSibling(name)));
        return new Shown(
                copy.work(),
                copy.handIns(),
                guide.store().pages().count(SliceQuery.ALL),
                guide.store().pages().count(SUBMITTED),
                copies.remarks());
    }
}
