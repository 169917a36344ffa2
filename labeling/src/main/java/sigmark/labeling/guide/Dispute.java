package sigmark.labeling.guide;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody says that a rule judges a region wrongly.
 *
 * @param latex the region's when it was disputed
 * @param questionId the question that it became
 */
public record Dispute(
        String id,
        String regionId,
        String pageId,
        String ruleId,
        int guideVersion,
        String latex,
        String remark,
        String person,
        Instant at,
        Optional<String> questionId) {}
