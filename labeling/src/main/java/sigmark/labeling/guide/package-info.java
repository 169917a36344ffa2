/**
 * The work guide that vendors label by: rules with checks and examples, their words in each language, read from YAML and
 * Markdown. Open {@link sigmark.labeling.guide.Guide} and {@link sigmark.labeling.guide.GuideReader} first. Knows no
 * store: versions are kept by {@code labeling.store.guide}.
 */
@NullMarked
package sigmark.labeling.guide;

import org.jspecify.annotations.NullMarked;
