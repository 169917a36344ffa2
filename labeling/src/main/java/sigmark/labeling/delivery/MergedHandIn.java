package sigmark.labeling.delivery;

import java.util.List;
import sigmark.labeling.question.Question;

/**
 * What is kept of a return once it is merged.
 *
 * @param number of the return within its round, from 1
 * @param manifestSha256 by which the same file is known again
 * @param fingerprint of the key that signed it
 * @param regionsIn regions in it
 * @param regionsOut of those, regions that are in the project now or stand aside for comparison
 */
public record MergedHandIn(
        String deliveryId,
        int round,
        int number,
        String manifestSha256,
        String fingerprint,
        List<ReturnedPage> pages,
        List<Question> questions,
        long regionsIn,
        long regionsOut) {
    public MergedHandIn {
        pages = List.copyOf(pages);
        questions = List.copyOf(questions);
    }
}
