package sigmark.labeling.requirement;

import java.time.Instant;

/**
 * A version of the sheet as the project keeps it.
 *
 * @param version counts up from 1
 */
public record StoredSheet(long version, RequirementSheet sheet, String person, Instant at) {}
