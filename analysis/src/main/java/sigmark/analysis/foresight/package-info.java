/**
 * Does offline predict online? Versions, slices and samples seen on both sides held against each other: what agrees, what
 * breaks it, what is missing to say; how the live input drifts from the test set, and which live pages the test set
 * should gain. Open {@link sigmark.analysis.foresight.ForesightReport} first. Single statistics live in
 * {@code analysis.online} and {@code analysis.agreement}.
 */
@NullMarked
package sigmark.analysis.foresight;

import org.jspecify.annotations.NullMarked;
