package sigmark.labeling.delivery;

/**
 * What a labeler's working copy knows of the package it was opened from.
 *
 * @param manifestSha256 of the package file; a return names it
 * @param projectKey public key of the project that sent it
 * @param handIns returns that were made so far
 */
public record VendorCopy(WorkPackage work, String manifestSha256, String projectKey, int handIns) {}
