-- Work packages out and in, inspections, labeler quality.

PRAGMA user_version = 5;
