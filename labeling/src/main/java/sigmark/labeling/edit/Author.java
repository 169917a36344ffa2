package sigmark.labeling.edit;

/**
 * Who edits, asked once and kept with each edit.
 *
 * @param person the name as shown to others; not blank
 */
public record Author(String person) {
    public Author {
        if (person.isBlank()) {
            throw new IllegalArgumentException("an author needs a name");
        }
    }
}
