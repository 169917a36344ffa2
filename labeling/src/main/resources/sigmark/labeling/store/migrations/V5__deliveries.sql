-- Questions, work packages out and in, inspections. What is kept of a package is never changed but by the next hand-in.

-- Id of the work package that a vendor's working copy was opened from; absent in a project of one's own.
ALTER TABLE project ADD COLUMN work_package TEXT;

-- In a vendor's working copy: what came with the package and what was handed in so far.
CREATE TABLE vendor_copy (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    package TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    project_id TEXT NOT NULL,
    project_name TEXT NOT NULL,
    project_key TEXT NOT NULL,
    hand_ins INTEGER NOT NULL DEFAULT 0,
    opened_at INTEGER NOT NULL
);

-- What the curator says of a region that comes back to the vendor.
CREATE TABLE returned_remark (
    region_id TEXT PRIMARY KEY,
    page_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE delivery (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    labeler TEXT NOT NULL,
    vendor TEXT NOT NULL,
    guide_version INTEGER NOT NULL,
    round INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    deadline TEXT,
    proposals INTEGER NOT NULL CHECK (proposals IN (0, 1)),
    note TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('out', 'partly-in', 'in', 'accepted', 'returned')),
    sent_by INTEGER NOT NULL REFERENCES person (key)
);

CREATE TABLE delivery_page (
    delivery INTEGER NOT NULL REFERENCES delivery (key),
    page_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('work', 'overlap', 'gold')),
    sent TEXT NOT NULL,
    delivered TEXT,
    -- as first handed in: what first-pass acceptance is counted on
    first_delivered TEXT,
    active_millis INTEGER NOT NULL DEFAULT 0,
    span_millis INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (delivery, page_id)
) WITHOUT ROWID;
CREATE INDEX delivery_page_by_page ON delivery_page (page_id);

CREATE TABLE hand_in (
    delivery INTEGER NOT NULL REFERENCES delivery (key),
    round INTEGER NOT NULL,
    number INTEGER NOT NULL,
    manifest_sha256 TEXT NOT NULL UNIQUE,
    fingerprint TEXT NOT NULL,
    merged_at INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    regions_in INTEGER NOT NULL,
    regions_out INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    PRIMARY KEY (delivery, round, number)
) WITHOUT ROWID;

CREATE TABLE vendor_key (
    fingerprint TEXT PRIMARY KEY,
    public_key TEXT NOT NULL,
    labeler TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key)
);

CREATE TABLE inspection (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    delivery INTEGER NOT NULL REFERENCES delivery (key),
    round INTEGER NOT NULL,
    source TEXT NOT NULL,
    lot_size INTEGER NOT NULL,
    aql REAL NOT NULL,
    producer_risk REAL NOT NULL,
    ltpd REAL NOT NULL,
    consumer_risk REAL NOT NULL,
    sample_size INTEGER NOT NULL,
    accept_up_to INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    decided_at INTEGER,
    accepted INTEGER CHECK (accepted IN (0, 1)),
    person INTEGER NOT NULL REFERENCES person (key)
);

CREATE TABLE inspected_item (
    inspection INTEGER NOT NULL REFERENCES inspection (key),
    place INTEGER NOT NULL,
    page_id TEXT NOT NULL,
    region_id TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('open', 'right', 'wrong')),
    reason TEXT NOT NULL DEFAULT '',
    critical INTEGER NOT NULL DEFAULT 1 CHECK (critical IN (0, 1)),
    remark TEXT NOT NULL DEFAULT '',
    at INTEGER,
    PRIMARY KEY (inspection, place)
) WITHOUT ROWID;

CREATE TABLE question (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    page_id TEXT NOT NULL,
    region_id TEXT,
    rule TEXT,
    text TEXT NOT NULL,
    latex TEXT NOT NULL,
    crop BLOB,
    blocking INTEGER NOT NULL CHECK (blocking IN (0, 1)),
    asked_by INTEGER NOT NULL REFERENCES person (key),
    asked_at INTEGER NOT NULL,
    work_package TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'in-guide')),
    answer TEXT NOT NULL DEFAULT '',
    answered_by INTEGER REFERENCES person (key),
    answered_at INTEGER,
    guide_version INTEGER
);
CREATE INDEX question_by_page ON question (page_id);

-- Words of question, answer and formula, folded and cut so that Korean is found too.
CREATE VIRTUAL TABLE question_words USING fts5 (words, structure);

PRAGMA user_version = 5;
