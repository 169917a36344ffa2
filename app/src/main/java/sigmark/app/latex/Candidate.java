package sigmark.app.latex;

/**
 * One thing that completion or the palette offers.
 *
 * @param shown what stands in the list, such as {@code \int_a^b}
 * @param snippet what is inserted
 * @param preview LaTeX drawn beside it
 * @param english its name
 * @param korean its name
 * @param group key of the palette's group, such as {@code relations}
 */
public record Candidate(String shown, Snippet snippet, String preview, String english, String korean, String group) {
    /** The command that it begins with, or all of it when it begins with none. */
    String command() {
        int end = 1;
        while (end < shown.length() && Character.isLetter(shown.charAt(end))) {
            end++;
        }
        return shown.startsWith("\\") && end > 1 ? shown.substring(0, end) : shown;
    }
}
