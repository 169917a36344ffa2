package sigmark.labeling.store.online;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sigmark.inference.latex.LatexTokenizer;
import sigmark.labeling.online.EventTimes;
import sigmark.labeling.online.LengthBand;
import sigmark.labeling.online.OnlineEvent;
import sigmark.labeling.online.OutcomeCounts;
import sigmark.labeling.online.ResultClass;
import sigmark.labeling.online.ShownResult;

/**
 * What one request adds to the sums.
 *
 * @param byBand counts of its results by length
 * @param results all of them together
 */
record EventDraft(OnlineEvent event, EventTimes times, Map<LengthBand, OutcomeCounts> byBand, OutcomeCounts results) {
    /** The same image from the same user within this time is a retry. */
    static final Duration RETRY = Duration.ofMinutes(10);

    private static final int SHA256_DIGITS = 64;

    static EventDraft of(OnlineEvent event) {
        Map<LengthBand, OutcomeCounts> byBand = new TreeMap<>();
        OutcomeCounts all = OutcomeCounts.NONE;
        for (ShownResult result : event.results()) {
            OutcomeCounts counts = OutcomeCounts.of(ResultClass.of(result));
            all = all.plus(counts);
            byBand.merge(
                    LengthBand.of(LatexTokenizer.tokens(result.shownLatex()).size()), counts, OutcomeCounts::plus);
        }
        return new EventDraft(event, EventTimes.of(event), byBand, all);
    }

    /** What belongs to the request and not to a result. */
    OutcomeCounts request() {
        return OutcomeCounts.ofRequest(event.added().size(), event.complaint().isPresent());
    }

    long day() {
        return Math.floorDiv(event.time().toEpochMilli(), 86_400_000L);
    }

    long idHash() {
        return LongTable.hash(event.requestId());
    }

    /** User and image in one number; absent unless both are known. */
    Optional<Long> retryHash() {
        return event.user().isPresent()
                        && event.imageHash()
                                .filter(hash -> hash.length() == SHA256_DIGITS)
                                .isPresent()
                ? Optional.of(LongTable.hash(event.user().get()
                        + '\n'
                        + event.modelVersion()
                        + '\n'
                        + event.imageHash().get()))
                : Optional.empty();
    }
}
