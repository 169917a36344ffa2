package sigmark.app.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sigmark.app.base.Destination;
import sigmark.app.main.CommandSearch.Found;
import sigmark.labeling.project.FormulaRegion;
import sigmark.labeling.project.Page;
import sigmark.labeling.slice.SliceQuery;

/** Finds pages by name and regions by their LaTeX in the open project; blocks. */
final class ProjectSearch {
    private static final int MOST = 8;

    private final OpenProject open;

    ProjectSearch(OpenProject open) {
        this.open = open;
    }

    List<Found> find(String text) {
        List<Found> found = new ArrayList<>();
        String wanted = text.toLowerCase(Locale.ROOT);
        open.workspace().store().pages().list(SliceQuery.ALL).stream()
                .filter(page -> page.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .forEach(page -> found.add(page(page)));
        SliceQuery latex = SliceQuery.parse("latex:\"" + text.replace("\"", "") + "\"");
        open.workspace().store().regions().search(latex, MOST).forEach(region -> found.add(region(region)));
        return found;
    }

    private Found page(Page page) {
        return new Found("fth-file-text", page.name(), "", Optional.empty(), () -> open.workspace()
                .go(Destination.of("label").page(page.id())));
    }

    private Found region(FormulaRegion region) {
        return new Found("fth-box", region.latex().orElse(""), "", Optional.empty(), () -> open.workspace()
                .go(Destination.of("label").page(region.pageId()).region(region.id())));
    }
}
