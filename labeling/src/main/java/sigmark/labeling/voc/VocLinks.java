package sigmark.labeling.voc;

import java.util.OptionalLong;

/**
 * What came of an item; empty while nothing did.
 *
 * @param duplicateOf id of the item that it repeats
 * @param page id of the project's page made of its image
 * @param question id of the guide's question
 * @param point number of the improvement point
 */
public record VocLinks(String duplicateOf, String page, String question, OptionalLong point) {
    public static final VocLinks NONE = new VocLinks("", "", "", OptionalLong.empty());
}
