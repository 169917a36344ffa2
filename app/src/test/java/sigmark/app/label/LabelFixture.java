package sigmark.app.label;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import sigmark.app.base.Desk;
import sigmark.app.base.EditWriter;
import sigmark.app.base.Jobs;
import sigmark.app.base.Notices;
import sigmark.app.base.Texts;
import sigmark.app.base.Theme;
import sigmark.app.base.Workspace;
import sigmark.app.base.key.KeyBook;
import sigmark.app.base.settings.Preferences;
import sigmark.app.base.settings.PreferencesFile;
import sigmark.app.base.settings.Settings;
import sigmark.app.base.words.Language;
import sigmark.app.rule.GuideInForce;
import sigmark.labeling.store.ProjectStore;

/** The labeling view model over a real store, everything on the calling thread. */
final class LabelFixture {
    final ProjectStore store;
    final Workspace workspace;
    final LabelViewModel view;
    final RegionCommands regions;
    final PageCommands pages;
    final AtomicLong nanos = new AtomicLong();

    LabelFixture(ProjectStore store, Path settings, Jobs jobs) {
        this.store = store;
        Desk desk = desk(settings, new Theme(List.of()), jobs);
        workspace = new Workspace(desk, store, new EditWriter(jobs), destination -> {});
        view = new LabelViewModel(workspace, new ActiveTime(nanos::get));
        regions = new RegionCommands(view, desk.notices(), nanos::get);
        pages = new PageCommands(view, workspace, new RegionChecks(view, workspace, new GuideInForce(workspace)));
    }

    static Desk desk(Path settings, Theme theme, Jobs jobs) {
        return new Desk(
                new Texts(Language.ENGLISH),
                theme,
                new Settings(new PreferencesFile(settings), Preferences.DEFAULT, Runnable::run),
                jobs,
                new KeyBook(Map::of),
                new Notices());
    }
}
