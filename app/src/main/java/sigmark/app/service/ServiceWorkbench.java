package sigmark.app.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import sigmark.app.base.Destination;
import sigmark.app.base.Workbench;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.Action;

/** The workbench that carries a service from its requirements to a watched release: one page for each step. */
public final class ServiceWorkbench implements Workbench {
    private static final int HINTS = 4;

    private final Workspace workspace;
    private final BorderPane node = new BorderPane();
    private final List<ServicePage> pages = new ArrayList<>();
    private final PageList list;
    private final ReadOnlyObjectWrapper<ServicePage> shown;
    private final SimpleStringProperty place = new SimpleStringProperty("");
    private final SimpleStringProperty remark = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Action>> hints = new ReadOnlyObjectWrapper<>(List.of());
    private final List<Action> actions;
    private boolean active;

    public ServiceWorkbench(Workspace workspace) {
        this.workspace = workspace;
        ServiceDesk service = new ServiceDesk(workspace, this::turn);
        ServicePages.all().forEach(maker -> pages.add(maker.apply(service)));
        list = new PageList(workspace.desk(), pages, this::show);
        shown = new ReadOnlyObjectWrapper<>(pages.get(0));
        node.setId("service-workbench");
        node.getStyleClass().add("service");
        node.setLeft(list);
        actions = collected();
        lay();
    }

    private void turn(String id, Destination place) {
        page(id).ifPresent(page -> {
            show(page);
            page.go(place);
        });
    }

    /** The page of that id. */
    public Optional<ServicePage> page(String id) {
        return pages.stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** Shows a page. */
    public void show(ServicePage page) {
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
        ServicePage page = shown.get();
        node.setCenter(page.node());
        list.mark(page.id());
        place.bind(workspace.desk().texts().live(page.textKey()));
        remark.bind(page.remark());
        hints.set(page.actions().stream()
                .filter(action -> !action.keys().isEmpty())
                .limit(HINTS)
                .toList());
    }

    @Override
    public String id() {
        return "service";
    }

    @Override
    public String icon() {
        return "fth-target";
    }

    @Override
    public Node node() {
        return node;
    }

    /** Those of all pages; those of a page that is not shown cannot be done. */
    private List<Action> collected() {
        List<Action> all = new ArrayList<>();
        for (ServicePage page : pages) {
            var here = shown.isEqualTo(page);
            page.actions().forEach(action -> all.add(action.when(here.and(action.enabled()))));
        }
        pages.forEach(page -> all.add(Action.of("service.go-" + page.id(), id(), () -> show(page))
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

    /** A place's query may name a page of this workbench; its run goes to the verdicts. */
    @Override
    public void go(Destination destination) {
        destination.query().flatMap(this::page).ifPresent(this::show);
        if (destination.query().isEmpty() && destination.run().isPresent()) {
            page("verdicts").ifPresent(this::show);
        }
        shown.get().go(destination);
    }

    @Override
    public void close() {
        pages.forEach(ServicePage::close);
    }
}
