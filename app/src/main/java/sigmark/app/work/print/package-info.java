/**
 * Pages to print: text of the window's typefaces, formulas and pictures as PDF. Open {@link
 * sigmark.app.work.print.GuidePdf} first; what is PDFBox's stays in {@link sigmark.app.work.print.PdfSheet}.
 */
@NullMarked
package sigmark.app.work.print;

import org.jspecify.annotations.NullMarked;
