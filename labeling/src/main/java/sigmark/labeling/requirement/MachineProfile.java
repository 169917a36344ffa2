package sigmark.labeling.requirement;

/**
 * What the service takes on a machine: the JSON of {@code sigmark bench pipeline}, measured there or written by hand.
 *
 * @param name unique in the project
 * @param place the serving place that it stands for
 * @param byHand true when nobody measured it
 * @param json the document
 */
public record MachineProfile(String name, ServingPlace place, boolean byHand, String json) {}
