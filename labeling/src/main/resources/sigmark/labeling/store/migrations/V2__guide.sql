-- The work guide in its versions, the draft of the next one, quiz results, and violations that somebody disputes.

-- A version as it was published, as text: rules in YAML, words in one Markdown text a language.
CREATE TABLE guide_version (
    version INTEGER PRIMARY KEY CHECK (version > 0),
    rules TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    published_at INTEGER NOT NULL,
    -- what changed, in the curator's words
    note TEXT NOT NULL
);

CREATE TABLE guide_words (
    version INTEGER NOT NULL REFERENCES guide_version (version),
    language TEXT NOT NULL,
    markdown TEXT NOT NULL,
    PRIMARY KEY (version, language)
) WITHOUT ROWID;

CREATE TRIGGER guide_version_stays BEFORE UPDATE ON guide_version
BEGIN SELECT RAISE(ABORT, 'a guide that was published cannot be changed'); END;

CREATE TRIGGER guide_version_is_kept BEFORE DELETE ON guide_version
BEGIN SELECT RAISE(ABORT, 'guides are not deleted'); END;

CREATE TRIGGER guide_words_stay BEFORE UPDATE ON guide_words
BEGIN SELECT RAISE(ABORT, 'a guide that was published cannot be changed'); END;

CREATE TRIGGER guide_words_are_kept BEFORE DELETE ON guide_words
BEGIN SELECT RAISE(ABORT, 'guides are not deleted'); END;

-- The next version while it is being written: one part a row, the rules under the name 'rules', words by language.
CREATE TABLE guide_draft (
    part TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    -- the version that the draft began from
    based_on INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) WITHOUT ROWID;

-- The quiz: share of right answers that a person must reach, and how many examples are asked.
CREATE TABLE quiz_setting (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    threshold REAL NOT NULL CHECK (threshold BETWEEN 0 AND 1),
    asked INTEGER NOT NULL CHECK (asked > 0)
);
INSERT INTO quiz_setting (only_row, threshold, asked) VALUES (1, 0.8, 15);

CREATE TABLE quiz_result (
    id TEXT PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (key),
    guide_version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    asked INTEGER NOT NULL CHECK (asked > 0),
    correct INTEGER NOT NULL CHECK (correct BETWEEN 0 AND asked),
    threshold REAL NOT NULL,
    -- ids of the rules whose examples were judged wrongly, a JSON array
    missed TEXT NOT NULL
) WITHOUT ROWID;

-- Somebody says that a rule judges a region wrongly; it becomes a question.
CREATE TABLE dispute (
    id TEXT PRIMARY KEY,
    region_id TEXT NOT NULL,
    page_id TEXT NOT NULL,
    rule_id TEXT NOT NULL,
    guide_version INTEGER NOT NULL,
    latex TEXT NOT NULL,
    remark TEXT NOT NULL,
    person INTEGER NOT NULL REFERENCES person (key),
    at INTEGER NOT NULL,
    -- the question that it became, when it did
    question_id TEXT
) WITHOUT ROWID;
CREATE INDEX dispute_by_region ON dispute (region_id);

PRAGMA user_version = 2;
