/**
 * Character Detection Matching (Wang et al. 2024, arXiv 2409.03643): are the same characters at the same places? Open
 * {@link sigmark.analysis.recognition.cdm.CdmMatcher} first. Laying formulas out into boxes is the renderer's.
 */
@NullMarked
package sigmark.analysis.recognition.cdm;

import org.jspecify.annotations.NullMarked;
