package sigmark.app.base;

import sigmark.app.base.key.KeyBook;
import sigmark.app.base.settings.Settings;

/**
 * What every screen is handed: its texts, theme, settings, jobs, keys, and where to say things. Made once, in
 * {@code app.main}.
 */
public record Desk(Texts texts, Theme theme, Settings settings, Jobs jobs, KeyBook keys, Notices notices) {}
