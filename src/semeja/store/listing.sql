-- What lists and searches need, made from the dossiers; whatever stands here can be made again.

CREATE TABLE stories (
    number INTEGER PRIMARY KEY,
    folder TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL,         -- of the dossier
    moment TEXT NOT NULL,         -- of its newest article, UTC
    entry  BLOB NOT NULL          -- msgpack
);

CREATE INDEX stories_newest ON stories (moment DESC, folder);

-- An article keeps its number, by which its words stand in `texts`, as long as the same characters of it are searched.
CREATE TABLE articles (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    searched TEXT NOT NULL,       -- digest of what of it is searched
    removed  BLOB NOT NULL,       -- msgpack
    story    INTEGER,             -- null: it is in no story any more
    moment   TEXT NOT NULL,
    day      TEXT,
    outlet   TEXT COLLATE NOCASE,
    owner    TEXT COLLATE NOCASE,
    language TEXT,
    grades   TEXT NOT NULL,       -- ' C1 C3 '
    acts     TEXT NOT NULL,
    entry    BLOB NOT NULL
);

CREATE INDEX articles_newest ON articles (moment DESC, id);
CREATE INDEX articles_of_story ON articles (story);
CREATE INDEX articles_of_outlet ON articles (outlet, moment DESC);
CREATE INDEX articles_of_owner ON articles (owner, moment DESC);
CREATE INDEX articles_of_day ON articles (day);

-- Words only: the texts lie in the record of truth.
CREATE VIRTUAL TABLE texts USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE choices (
    kind     TEXT NOT NULL,
    value    TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (kind, value)
) WITHOUT ROWID;
