/**
 * Statistics recomputed from files of cases, for {@code sigmark stats}. Open
 * {@link sigmark.analysis.cases.StatisticsCases} first. The formulas live in {@code statistics}, {@code sampling} and
 * their neighbours; here method names and field names are joined to them.
 */
@NullMarked
package sigmark.analysis.cases;

import org.jspecify.annotations.NullMarked;
