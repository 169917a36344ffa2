package sigmark.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.Action;
import sigmark.app.latex.FormulaPictures;

/** The workbench for the guide and for work with vendors: one page for each of its things, named in a bar on top. */
public final class GuideWorkbench implements Workbench {
    private static final int HINTS = 4;

    private final Workspace workspace;
    private final BorderPane node = new BorderPane();
    private final List<GuidePage> pages = new ArrayList<>();
    private final PageBar bar;
    private final ReadOnlyObjectWrapper<GuidePage> shown;
    private final SimpleStringProperty place = new SimpleStringProperty("");
    private final SimpleStringProperty remark = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Action>> hints = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Action> actions;
    private boolean active;

    public GuideWorkbench(Workspace workspace) {
        this.workspace = workspace;
        GuideDesk desk =
                new GuideDesk(workspace, new FormulaPictures(workspace.desk().jobs()), this::turn);
        GuidePages.all(workspace.vendorCopy().isPresent()).forEach(maker -> pages.add(maker.apply(desk)));
        bar = new PageBar(workspace.desk(), pages, this::show);
        shown = new ReadOnlyObjectWrapper<>(pages.get(0));
        node.setId("guide-workbench");
        node.getStyleClass().add("guide");
        node.setTop(bar);
        actions = collected();
        lay();
    }

    private void turn(String id, Destination destination) {
        page(id).ifPresent(page -> {
            show(page);
            page.go(destination);
        });
    }

    /** The page of that id. */
    public Optional<GuidePage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** Shows a page. */
    public void show(GuidePage page) {
        if (page != shown.get()) {
            if (active) {
                shown.get().hidden();
            }
            shown.set(page);
            lay();
            if (active) {
                page.shown();
            }
        }
    }

    private void lay() {
        GuidePage page = shown.get();
        node.setCenter(page.node());
        bar.mark(page.id());
        ObservableValue<String> name = workspace.desk().texts().live(page.textKey());
        ObservableValue<String> within = page.place();
        place.bind(Bindings.createStringBinding(
                () -> within.getValue().isEmpty() ? name.getValue() : name.getValue() + " › " + within.getValue(),
                name,
                within));
        remark.bind(page.remark());
        hints.set(page.actions().stream()
                .filter(action -> !action.keys().isEmpty())
                .limit(HINTS)
                .toList());
    }

    @Override
    public String id() {
        return "guide";
    }

    @Override
    public String icon() {
        return "fth-book-open";
    }

    @Override
    public Node node() {
        return node;
    }

    /** Those of all pages; those of a page that is not shown cannot be done. */
    private List<Action> collected() {
        List<Action> all = new ArrayList<>();
        for (GuidePage page : pages) {
            var here = shown.isEqualTo(page);
            page.actions().forEach(action -> all.add(action.when(here.and(action.enabled()))));
        }
        pages.forEach(page -> all.add(Action.of("guide.go-" + page.id(), id(), () -> show(page))
                .withText(page.textKey())
                .withIcon(page.icon())));
        return List.copyOf(all);
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    @Override
    public ObservableValue<String> place() {
        return place;
    }

    @Override
    public ObservableValue<List<Action>> hints() {
        return hints.getReadOnlyProperty();
    }

    @Override
    public ObservableValue<String> remark() {
        return remark;
    }

    @Override
    public void activated() {
        active = true;
        shown.get().shown();
    }

    @Override
    public void deactivated() {
        active = false;
        shown.get().hidden();
    }

    /** A place's query may name a page of this workbench; else it is a rule's id and goes to the rules. */
    @Override
    public void go(Destination destination) {
        Optional<GuidePage> named = destination.query().flatMap(this::page);
        if (named.isPresent()) {
            show(named.get());
            named.get()
                    .go(new Destination(
                            destination.workbench(),
                            destination.page(),
                            destination.region(),
                            destination.run(),
                            Optional.empty()));
        } else if (destination.query().isPresent()) {
            turn("rules", destination);
        }
    }

    @Override
    public void close() {
        pages.forEach(GuidePage::close);
    }
}
