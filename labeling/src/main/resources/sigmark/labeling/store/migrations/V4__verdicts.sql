-- Verdicts of people on candidates: appended, never changed, never deleted.

CREATE TABLE verdict (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run (id),
    -- ids of runs compared with and of samples looked at, as JSON arrays
    against TEXT NOT NULL,
    samples TEXT NOT NULL,
    notes TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('chosen', 'refused', 'open')),
    data_revision INTEGER NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    -- SHA-256 over the seal before and this row
    seal TEXT NOT NULL UNIQUE
);
CREATE INDEX verdict_by_run ON verdict (run);

CREATE TRIGGER verdict_stays BEFORE UPDATE ON verdict
BEGIN SELECT RAISE(ABORT, 'a verdict cannot be changed'); END;

CREATE TRIGGER verdict_is_kept BEFORE DELETE ON verdict
BEGIN SELECT RAISE(ABORT, 'verdicts are not deleted'); END;

-- One unsigned sheet for each person, candidate and the run that it is seen against (0: seen alone).
CREATE TABLE verdict_sheet (
    person INTEGER NOT NULL REFERENCES person (key),
    run INTEGER NOT NULL REFERENCES run (id),
    against INTEGER NOT NULL,
    body TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (person, run, against)
);

PRAGMA user_version = 4;
