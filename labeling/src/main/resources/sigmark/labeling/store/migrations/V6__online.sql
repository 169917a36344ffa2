-- Online events, complaints, improvement points.

PRAGMA user_version = 6;
