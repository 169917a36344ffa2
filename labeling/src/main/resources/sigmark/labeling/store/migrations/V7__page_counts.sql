-- Counts of a page's regions for the page list, so that it need not read a million regions. A row is there only while it
-- is right: a change that counts takes it away, the transaction that made the change counts anew, and where a row is
-- missing readers count for themselves.
CREATE TABLE page_count (
    page INTEGER PRIMARY KEY REFERENCES page (key),
    regions INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    without_latex INTEGER NOT NULL,
    -- open ones: no human region was made from them
    proposals INTEGER NOT NULL,
    doubtful INTEGER NOT NULL
);

CREATE TRIGGER page_count_of_added AFTER INSERT ON region
BEGIN
    DELETE FROM page_count WHERE page = NEW.page;
    DELETE FROM page_count
    WHERE NEW.proposal_id IS NOT NULL AND page = (SELECT page FROM region WHERE id = NEW.proposal_id);
END;

CREATE TRIGGER page_count_of_changed AFTER UPDATE ON region
WHEN OLD.page <> NEW.page OR OLD.layer <> NEW.layer OR OLD.state <> NEW.state OR OLD.latex_length <> NEW.latex_length
    OR OLD.proposer IS NOT NEW.proposer OR OLD.proposal_id IS NOT NEW.proposal_id
    OR OLD.score IS NOT NEW.score OR OLD.latex_score IS NOT NEW.latex_score
BEGIN
    DELETE FROM page_count WHERE page IN (OLD.page, NEW.page);
    DELETE FROM page_count
    WHERE OLD.proposal_id IS NOT NEW.proposal_id
        AND page IN (SELECT page FROM region WHERE id IN (OLD.proposal_id, NEW.proposal_id));
END;

CREATE TRIGGER page_count_of_deleted AFTER DELETE ON region
BEGIN
    DELETE FROM page_count WHERE page = OLD.page;
    DELETE FROM page_count
    WHERE OLD.proposal_id IS NOT NULL AND page = (SELECT page FROM region WHERE id = OLD.proposal_id);
END;

-- doubtful: the lower of the scores that there are is below 0.5
INSERT INTO page_count (page, regions, accepted, returned, without_latex, proposals, doubtful)
SELECT page,
    sum(human),
    sum(human AND state = 'accepted'),
    sum(human AND state = 'returned'),
    sum(human AND latex_length = 0),
    sum(open),
    sum((human OR open) AND unsure)
FROM (
    SELECT page.key AS page, region.state, latex_length, coalesce(layer = 'human', 0) AS human,
        coalesce(layer = 'proposal', 0)
            AND NOT EXISTS (SELECT 1 FROM region made WHERE made.proposal_id = region.id) AS open,
        coalesce(score IS NOT NULL AND CASE WHEN recognizer_hash = '' THEN score
            WHEN detector_hash = '' THEN coalesce(latex_score, 0) ELSE min(score, coalesce(latex_score, 0)) END < 0.5, 0)
            AS unsure
    FROM page LEFT JOIN region ON region.page = page.key LEFT JOIN proposer ON proposer.key = region.proposer
)
GROUP BY page;

PRAGMA user_version = 7;
