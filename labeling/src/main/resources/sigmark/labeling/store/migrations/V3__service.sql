-- Requirement sheets, profiles of machines, loads, learning curves, iterations, releases. All but profiles only grow: what
-- was decided on stays as it was.

-- A version of the requirement sheet, as YAML; the newest is in force.
CREATE TABLE requirement_sheet (
    version INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    text TEXT NOT NULL
);

-- Times measured on a machine, or written by hand for one: the JSON of sigmark bench pipeline.
CREATE TABLE machine_profile (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    place TEXT NOT NULL,
    by_hand INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    body TEXT NOT NULL
);

-- A load that was put on a pipeline or service: the JSON of sigmark load.
CREATE TABLE load_run (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    target TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    body TEXT NOT NULL
);

-- One training on so many samples of a slice, and the error that it came to.
CREATE TABLE learning_point (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    curve TEXT NOT NULL,
    module TEXT NOT NULL,
    slice TEXT NOT NULL,
    samples INTEGER NOT NULL CHECK (samples > 0),
    seed INTEGER NOT NULL,
    error REAL NOT NULL CHECK (error >= 0),
    test_samples INTEGER NOT NULL CHECK (test_samples > 0),
    how TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    UNIQUE (curve, module, slice, samples, seed)
);

-- One round of train, run, evaluate, judge.
CREATE TABLE iteration (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    design TEXT NOT NULL,
    data_revision INTEGER NOT NULL,
    training TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    sheet INTEGER NOT NULL REFERENCES requirement_sheet (version),
    -- verdict and measured number of each line of the sheet, as JSON
    lines TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL
);

-- What people chose, with its record as canonical JSON and the SHA-256 of those bytes.
CREATE TABLE service_release (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    run INTEGER NOT NULL REFERENCES run (id),
    record TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL
);

CREATE TRIGGER requirement_sheet_stays BEFORE UPDATE ON requirement_sheet
BEGIN SELECT RAISE(ABORT, 'a version of the sheet cannot be changed'); END;
CREATE TRIGGER requirement_sheet_is_kept BEFORE DELETE ON requirement_sheet
BEGIN SELECT RAISE(ABORT, 'versions of the sheet are not deleted'); END;
CREATE TRIGGER load_run_stays BEFORE UPDATE ON load_run
BEGIN SELECT RAISE(ABORT, 'a load cannot be changed'); END;
CREATE TRIGGER load_run_is_kept BEFORE DELETE ON load_run
BEGIN SELECT RAISE(ABORT, 'loads are not deleted'); END;
CREATE TRIGGER learning_point_stays BEFORE UPDATE ON learning_point
BEGIN SELECT RAISE(ABORT, 'a training''s result cannot be changed'); END;
CREATE TRIGGER learning_point_is_kept BEFORE DELETE ON learning_point
BEGIN SELECT RAISE(ABORT, 'results of trainings are not deleted'); END;
CREATE TRIGGER iteration_stays BEFORE UPDATE ON iteration
BEGIN SELECT RAISE(ABORT, 'an iteration cannot be changed'); END;
CREATE TRIGGER iteration_is_kept BEFORE DELETE ON iteration
BEGIN SELECT RAISE(ABORT, 'iterations are not deleted'); END;
CREATE TRIGGER service_release_stays BEFORE UPDATE ON service_release
BEGIN SELECT RAISE(ABORT, 'a release cannot be changed'); END;
CREATE TRIGGER service_release_is_kept BEFORE DELETE ON service_release
BEGIN SELECT RAISE(ABORT, 'releases are not deleted'); END;

PRAGMA user_version = 3;
