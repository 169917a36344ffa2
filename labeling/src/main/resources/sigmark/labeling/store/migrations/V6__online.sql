-- Online events, complaints, improvement points.

CREATE TABLE online_version (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

-- Pseudonyms. An erased one becomes a new, meaningless word, so that numbers of users stay.
CREATE TABLE online_user (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1))
);

-- Sets of slice tags, each as a JSON object with its keys in order.
CREATE TABLE online_tags (
    key INTEGER PRIMARY KEY,
    tags TEXT NOT NULL UNIQUE
);

-- One request, narrow enough to be read through by the million; its line is in online_body.
CREATE TABLE online_event (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id_hash INTEGER NOT NULL,
    time INTEGER NOT NULL,
    version INTEGER NOT NULL REFERENCES online_version (key),
    user INTEGER REFERENCES online_user (key),
    tags INTEGER NOT NULL REFERENCES online_tags (key),
    revision INTEGER NOT NULL,
    -- user and image in one number, absent unless both are known
    retry_hash INTEGER,
    retry INTEGER NOT NULL CHECK (retry IN (0, 1)),
    capture_unknown INTEGER NOT NULL CHECK (capture_unknown IN (0, 1)),
    total_millis REAL,
    edited INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    not_seen INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    cosmetic INTEGER NOT NULL,
    extended INTEGER NOT NULL,
    severity REAL NOT NULL,
    added INTEGER NOT NULL,
    complaint INTEGER NOT NULL CHECK (complaint IN (0, 1))
);
CREATE INDEX online_event_by_id ON online_event (id_hash);

CREATE TABLE online_body (
    event INTEGER PRIMARY KEY REFERENCES online_event (key),
    request_id TEXT NOT NULL,
    -- the line as it came, fields that are not known here too; erased ones without text, image and user
    line TEXT NOT NULL
);

-- Sums by version, day (since 1970 in UTC), tags and length band of the shown formula; band -1 holds what belongs to
-- requests and not to results.
CREATE TABLE online_count (
    version INTEGER NOT NULL REFERENCES online_version (key),
    day INTEGER NOT NULL,
    tags INTEGER NOT NULL REFERENCES online_tags (key),
    band INTEGER NOT NULL,
    requests INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    confirmed INTEGER NOT NULL,
    silent INTEGER NOT NULL,
    not_seen INTEGER NOT NULL,
    deleted INTEGER NOT NULL,
    cosmetic INTEGER NOT NULL,
    extended INTEGER NOT NULL,
    heavy INTEGER NOT NULL,
    severity REAL NOT NULL,
    added INTEGER NOT NULL,
    adding_requests INTEGER NOT NULL,
    complaints INTEGER NOT NULL,
    retries INTEGER NOT NULL,
    PRIMARY KEY (version, day, tags, band)
) WITHOUT ROWID;

CREATE TABLE online_user_count (
    version INTEGER NOT NULL REFERENCES online_version (key),
    user INTEGER NOT NULL REFERENCES online_user (key),
    requests INTEGER NOT NULL,
    edited INTEGER NOT NULL,
    judged INTEGER NOT NULL,
    PRIMARY KEY (version, user)
) WITHOUT ROWID;

-- Durations by part of the way, as pairs of value and count.
CREATE TABLE online_times (
    version INTEGER NOT NULL REFERENCES online_version (key),
    part TEXT NOT NULL,
    histogram BLOB NOT NULL,
    PRIMARY KEY (version, part)
) WITHOUT ROWID;

CREATE TABLE online_import (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL,
    at INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    lines INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    left_out TEXT NOT NULL
);

-- A complaint or remark of a user. Free text, image and user are emptied when the person is erased; code, severity,
-- state and version stay, so that numbers stay.
CREATE TABLE voc_item (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    received_at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    image TEXT NOT NULL,
    box TEXT NOT NULL,
    predicted_latex TEXT,
    corrected_latex TEXT,
    request_id TEXT NOT NULL,
    model_version TEXT NOT NULL,
    app_version TEXT NOT NULL,
    device TEXT NOT NULL,
    os TEXT NOT NULL,
    network TEXT NOT NULL,
    user TEXT NOT NULL,
    consent TEXT NOT NULL,
    redaction TEXT NOT NULL,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    severity TEXT NOT NULL,
    state TEXT NOT NULL,
    duplicate_of TEXT NOT NULL,
    page TEXT NOT NULL,
    question TEXT NOT NULL,
    point INTEGER REFERENCES improvement_point (id),
    erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
    -- fields that are not known here, as they came
    more TEXT NOT NULL
);
CREATE INDEX voc_item_by_user ON voc_item (user);
CREATE INDEX voc_item_by_point ON voc_item (point) WHERE point IS NOT NULL;

-- What people did with an item, one line a change; text that a person wrote is not in it.
CREATE TABLE voc_change (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    item TEXT NOT NULL REFERENCES voc_item (id),
    at INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
CREATE INDEX voc_change_by_item ON voc_change (item);

CREATE TABLE improvement_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    -- the newest run when it was opened: only later ones can close it
    after_run INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'data-ordered', 'trained', 'verified')),
    query TEXT NOT NULL,
    error_class TEXT NOT NULL,
    bound REAL NOT NULL CHECK (bound BETWEEN 0 AND 1),
    verified_run INTEGER REFERENCES run (id)
);

-- What runs measured on a point; verified needs one that met its bound.
CREATE TABLE point_measurement (
    point INTEGER NOT NULL REFERENCES improvement_point (id),
    run INTEGER NOT NULL REFERENCES run (id),
    at INTEGER NOT NULL,
    right_ones INTEGER NOT NULL,
    samples INTEGER NOT NULL,
    met INTEGER NOT NULL CHECK (met IN (0, 1)),
    PRIMARY KEY (point, run)
) WITHOUT ROWID;

CREATE TRIGGER point_verified_by_measurement BEFORE UPDATE ON improvement_point
WHEN NEW.state = 'verified' AND NOT EXISTS (
    SELECT 1 FROM point_measurement WHERE point = NEW.id AND run = NEW.verified_run AND met = 1)
BEGIN SELECT RAISE(ABORT, 'only a run that met the bound verifies a point'); END;

PRAGMA user_version = 6;
