/**
 * The trial's real page in a headless Chromium, driven through its DevTools protocol: the test of the {@code trial}
 * profile, and the recording of the sample's trial log. Open {@link sigmark.app.serve.browser.TrialPage} first.
 */
@NullMarked
package sigmark.app.serve.browser;

import org.jspecify.annotations.NullMarked;
