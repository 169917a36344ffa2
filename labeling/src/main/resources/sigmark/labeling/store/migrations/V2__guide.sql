-- The work guide, its versions, quiz results and questions.

PRAGMA user_version = 2;
