package sigmark.analysis.recognition.cdm;

/**
 * A formula's drawing.
 *
 * @param latex what was laid out: the text with spellings evened out and without unknown commands
 */
record CdmLayout(String latex, CdmDrawing drawing) {}
