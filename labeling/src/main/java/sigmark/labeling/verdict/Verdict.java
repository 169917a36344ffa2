package sigmark.labeling.verdict;

import java.time.Instant;

/**
 * A verdict as it is kept: never changed, never deleted. Who thinks otherwise later adds another; the newest of a run
 * counts.
 *
 * @param id ascending number within the project
 * @param pipeline the candidate's name and version, as its run has it
 * @param dataRevision revision of the project's labels that the person saw
 * @param seal SHA-256 over the seal of the verdict before and all of this one, in hexadecimal digits: whoever changes one
 *     behind the program's back breaks it and all later ones
 */
public record Verdict(
        long id, VerdictDraft draft, String pipeline, long dataRevision, String person, Instant at, String seal) {}
