package sigmark.app.guide.deliveries;

import java.util.List;
import java.util.function.Function;
import sigmark.app.guide.GuideDesk;
import sigmark.app.guide.GuidePage;

/** The pages about work with vendors: those of a curator, and those of a labeler's working copy. */
public final class DeliveryPages {
    private DeliveryPages() {}

    /** Pages of a project of one's own. */
    public static List<Function<GuideDesk, GuidePage>> ofCurator() {
        return List.of(QuestionsPage::new, PackagesPage::new, InspectionPage::new, QualityPage::new);
    }

    /** Pages of a working copy. */
    public static List<Function<GuideDesk, GuidePage>> ofLabeler() {
        return List.of(QuestionsPage::new, HandInPage::new);
    }
}
