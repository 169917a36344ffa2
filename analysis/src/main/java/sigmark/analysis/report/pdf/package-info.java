/**
 * Paper: A4 pages of text, lines, areas and pictures as a PDF. Open {@link sigmark.analysis.report.pdf.PdfPaper} first. It
 * knows nothing of evaluations, and PDFBox stays here.
 */
@NullMarked
package sigmark.analysis.report.pdf;

import org.jspecify.annotations.NullMarked;
