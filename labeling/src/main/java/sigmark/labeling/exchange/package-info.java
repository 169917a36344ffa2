/**
 * How pages and labels come into a project and go out of it: importing pages, and one class for each exchange format,
 * all named in {@link sigmark.labeling.exchange.ExchangeFormats}. Every import and export ends in a balance. Open
 * {@link sigmark.labeling.exchange.PageImporter} and {@link sigmark.labeling.exchange.ExchangeFormat} first.
 */
@NullMarked
package sigmark.labeling.exchange;

import org.jspecify.annotations.NullMarked;
