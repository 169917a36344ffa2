package sigmark.app.service;

import java.util.List;
import java.util.function.Function;
import sigmark.app.service.agree.AgreementPage;
import sigmark.app.service.online.OnlinePage;
import sigmark.app.service.voc.VocPage;

/** The one list that names the workbench's pages, in the order of the list on the left. */
final class ServicePages {
    private ServicePages() {}

    static List<Function<ServiceDesk, ServicePage>> all() {
        return List.of(
                RequirementsPage::new,
                DesignPage::new,
                PlanPage::new,
                IterationsPage::new,
                VerdictsPage::new,
                ReleasesPage::new,
                CapacityPage::new,
                OnlinePage::new,
                AgreementPage::new,
                VocPage::new);
    }
}
