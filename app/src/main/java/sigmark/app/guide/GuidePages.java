package sigmark.app.guide;

import java.util.List;
import java.util.function.Function;

/** The one list that names the pages of the Guide workbench, in the order of its bar. */
final class GuidePages {
    private GuidePages() {}

    static List<Function<GuideDesk, GuidePage>> all() {
        return List.of(RulesPage::new);
    }
}
