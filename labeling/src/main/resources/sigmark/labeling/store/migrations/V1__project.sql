-- A project: pages, formula regions in three layers, the history of edits with the undo stack, runs with predictions.
-- Times are milliseconds since 1970 in UTC; words are those of the query language; ids are UUIDs that stay the same in
-- every copy, the integer keys are this file's own.

CREATE TABLE project (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    revision INTEGER NOT NULL DEFAULT 0,
    guide_version INTEGER NOT NULL DEFAULT 0,
    -- height of the undo stack: steps above it can be redone
    undo_height INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE person (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE page (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    copied INTEGER NOT NULL CHECK (copied IN (0, 1)),
    sha256 TEXT NOT NULL,
    pdf_page INTEGER,
    dpi INTEGER NOT NULL,
    raw_width INTEGER NOT NULL CHECK (raw_width > 0),
    raw_height INTEGER NOT NULL CHECK (raw_height > 0),
    exif_orientation INTEGER NOT NULL CHECK (exif_orientation BETWEEN 1 AND 8),
    quarter_turns INTEGER NOT NULL CHECK (quarter_turns BETWEEN 0 AND 3),
    width INTEGER NOT NULL CHECK (width > 0),
    height INTEGER NOT NULL CHECK (height > 0),
    perceptual_hash INTEGER NOT NULL,
    split TEXT NOT NULL,
    state TEXT NOT NULL,
    tags TEXT NOT NULL,
    remark TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    -- removed pages keep their regions and predictions, unseen, so that undo brings all back
    removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);
CREATE INDEX page_by_position ON page (position);
CREATE INDEX page_by_sha256 ON page (sha256);

-- The models that proposals come from.
CREATE TABLE proposer (
    key INTEGER PRIMARY KEY,
    detector_hash TEXT NOT NULL,
    recognizer_hash TEXT NOT NULL,
    UNIQUE (detector_hash, recognizer_hash)
);

CREATE TABLE region (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    page INTEGER NOT NULL REFERENCES page (key),
    layer TEXT NOT NULL CHECK (layer IN ('human', 'proposal', 'gold')),
    position INTEGER NOT NULL,
    x0 REAL NOT NULL,
    y0 REAL NOT NULL,
    x1 REAL NOT NULL CHECK (x1 > x0),
    y1 REAL NOT NULL CHECK (y1 > y0),
    kind TEXT NOT NULL,
    writing TEXT NOT NULL,
    latex TEXT,
    -- number of LaTeX tokens, kept beside the text for queries; 0 without LaTeX
    latex_length INTEGER NOT NULL,
    state TEXT NOT NULL,
    flags TEXT NOT NULL,
    tags TEXT NOT NULL,
    remark TEXT NOT NULL,
    piece_of TEXT REFERENCES region (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (key),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    active_millis INTEGER NOT NULL CHECK (active_millis >= 0),
    guide_version INTEGER NOT NULL,
    work_package TEXT,
    -- origin: present on proposals and on human regions accepted from one
    proposer INTEGER REFERENCES proposer (key),
    proposal_id TEXT,
    score REAL,
    latex_score REAL,
    alternatives TEXT
);
CREATE INDEX region_by_page ON region (page, position);
CREATE INDEX region_by_piece ON region (piece_of) WHERE piece_of IS NOT NULL;
CREATE INDEX region_by_proposal ON region (proposal_id) WHERE proposal_id IS NOT NULL;

-- Every change of pages and of human and gold regions, in order; never deleted. A row with a place on the undo stack
-- is a step that can be taken back (place <= project.undo_height) or done again (above it).
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo', 'pages-added', 'relinked')),
    edit TEXT NOT NULL,
    stack_place INTEGER UNIQUE,
    person INTEGER NOT NULL REFERENCES person (key),
    first_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    active_millis INTEGER NOT NULL,
    guide_version INTEGER NOT NULL,
    work_package TEXT,
    revision INTEGER NOT NULL,
    page_id TEXT,
    region_id TEXT,
    -- for undo and redo the step concerned
    step INTEGER REFERENCES history (id),
    -- what differs before and after, as JSON; for undo and redo it is the step's
    deltas TEXT NOT NULL
);
CREATE INDEX history_by_page ON history (page_id);
CREATE INDEX history_by_region ON history (region_id) WHERE region_id IS NOT NULL;

CREATE TABLE run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    pipeline TEXT NOT NULL,
    detector_hash TEXT NOT NULL,
    recognizer_hash TEXT NOT NULL,
    query TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    data_revision INTEGER NOT NULL,
    pages INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    formulas INTEGER NOT NULL DEFAULT 0,
    warm_up_pages INTEGER NOT NULL,
    -- open: takes predictions; finished: came to its end; aborted: cancelled or killed, what was done is kept
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'finished', 'aborted')),
    person INTEGER NOT NULL REFERENCES person (key),
    environment TEXT NOT NULL
);

CREATE TABLE prediction (
    key INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES run (id),
    page INTEGER NOT NULL REFERENCES page (key),
    -- how the page lay when it was predicted; readers get boxes turned to how it lies now
    quarter_turns INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    decode_nanos INTEGER NOT NULL,
    detect_nanos INTEGER NOT NULL,
    crop_nanos INTEGER NOT NULL,
    recognize_nanos INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (run, page)
);

CREATE TRIGGER run_ended_stays BEFORE UPDATE ON run WHEN OLD.status <> 'open'
BEGIN SELECT RAISE(ABORT, 'a run that has ended cannot be changed'); END;

CREATE TRIGGER run_is_kept BEFORE DELETE ON run
BEGIN SELECT RAISE(ABORT, 'runs are not deleted'); END;

CREATE TRIGGER prediction_of_ended_run_added BEFORE INSERT ON prediction
WHEN (SELECT status FROM run WHERE id = NEW.run) <> 'open'
BEGIN SELECT RAISE(ABORT, 'a run that has ended cannot be changed'); END;

CREATE TRIGGER prediction_stays BEFORE UPDATE ON prediction
BEGIN SELECT RAISE(ABORT, 'predictions cannot be changed'); END;

CREATE TRIGGER prediction_is_kept BEFORE DELETE ON prediction
BEGIN SELECT RAISE(ABORT, 'predictions are not deleted'); END;

PRAGMA application_id = 1397311307; -- "SIGK"
PRAGMA user_version = 1;
