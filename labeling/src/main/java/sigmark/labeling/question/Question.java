package sigmark.labeling.question;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A question on a region or a page, with its answer once there is one.
 *
 * @param id a UUID that stays the same in packages
 * @param rule id of the work guide's rule that it is about
 * @param latex what the region had when it was asked; empty without
 * @param blocking whether the labeler cannot go on with that region
 * @param workPackage the package in which it was asked
 * @param answer absent while the question is open
 * @param guideVersion the guide in which its answer is a rule or an example
 */
public record Question(
        String id,
        String pageId,
        Optional<String> regionId,
        Optional<String> rule,
        String text,
        String latex,
        Crop crop,
        boolean blocking,
        String askedBy,
        Instant askedAt,
        Optional<String> workPackage,
        QuestionState state,
        Optional<Answer> answer,
        OptionalInt guideVersion) {
    /** What a curator said, and when. */
    public record Answer(String text, String person, Instant at) {
        public Answer {
            if (text.isBlank()) {
                throw new IllegalArgumentException("an answer that says nothing");
            }
        }
    }

    public Question {
        if (id.isEmpty() || text.isBlank()) {
            throw new IllegalArgumentException("question '%s' says nothing".formatted(id));
        }
        if ((state == QuestionState.OPEN) == answer.isPresent()) {
            throw new IllegalArgumentException("question '%s' is %s and %s".formatted(id, state, answer));
        }
    }

    /** The question with an answer, also in the place of an earlier one. */
    public Question answered(Answer given) {
        QuestionState next = state == QuestionState.OPEN ? QuestionState.ANSWERED : state;
        return with(next, Optional.of(given), guideVersion);
    }

    /** The answered question, its answer now part of that version of the guide. */
    public Question inGuide(int version) {
        return with(QuestionState.IN_GUIDE, answer, OptionalInt.of(version));
    }

    private Question with(QuestionState state, Optional<Answer> answer, OptionalInt guideVersion) {
        return new Question(
                id,
                pageId,
                regionId,
                rule,
                text,
                latex,
                crop,
                blocking,
                askedBy,
                askedAt,
                workPackage,
                state,
                answer,
                guideVersion);
    }

    /**
     * The question as other labelers get it: what was asked, shown and answered, not by whom or on which page.
     *
     * @param shown whether the picture may go with it
     */
    public Question forOthers(boolean shown) {
        return new Question(
                id,
                "",
                Optional.empty(),
                rule,
                text,
                shown ? latex : "",
                shown ? crop : Crop.NONE,
                false,
                "",
                askedAt,
                Optional.empty(),
                state,
                answer,
                guideVersion);
    }
}
