package sigmark.app.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sigmark.app.guide.deliveries.DeliveryPages;
import sigmark.app.guide.draft.DraftPage;
import sigmark.app.guide.draft.VersionsPage;
import sigmark.app.guide.quiz.QuizPage;

/** The one list that names the pages of the Guide workbench, in the order of its bar. */
final class GuidePages {
    private GuidePages() {}

    /** @param labeler whether the project is a labeler's working copy */
    static List<Function<GuideDesk, GuidePage>> all(boolean labeler) {
        List<Function<GuideDesk, GuidePage>> all = new ArrayList<>();
        all.add(RulesPage::new);
        if (!labeler) {
            all.add(DraftPage::new);
            all.add(VersionsPage::new);
        }
        all.add(QuizPage::new);
        all.addAll(labeler ? DeliveryPages.ofLabeler() : DeliveryPages.ofCurator());
        return all;
    }
}
