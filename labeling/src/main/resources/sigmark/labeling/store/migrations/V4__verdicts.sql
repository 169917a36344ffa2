-- Evaluations kept, candidates and the verdicts of people.

PRAGMA user_version = 4;
