/**
 * Charts drawn from a few numbers, every part of them a way to samples. They know nothing of evaluations. Open {@link sigmark.app.analyze.chart.ChartRow}
 * first.
 */
@NullMarked
package sigmark.app.analyze.chart;

import org.jspecify.annotations.NullMarked;
