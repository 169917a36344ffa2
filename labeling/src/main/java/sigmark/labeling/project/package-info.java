/**
 * What a project holds, as records: pages, formula regions with their layer and provenance, people, stored runs. Open
 * {@link sigmark.labeling.project.FormulaRegion} first. Changing them is {@code labeling.edit}, keeping them
 * {@code labeling.store}.
 */
@NullMarked
package sigmark.labeling.project;

import org.jspecify.annotations.NullMarked;
