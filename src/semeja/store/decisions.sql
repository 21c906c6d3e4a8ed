-- Version 2: what people decided, one row each, appended and never changed.

CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    body   TEXT NOT NULL          -- JSON of the record, with its seal
);

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END;

CREATE TRIGGER decisions_remain BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'decisions are never removed'); END;
