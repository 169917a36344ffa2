-- Requirement sheets, plans, iterations, releases.

PRAGMA user_version = 3;
