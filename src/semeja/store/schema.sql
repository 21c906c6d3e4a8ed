-- The project's record of truth, version 1. Bodies are zlib streams: the checksum at their end tells a flipped bit.

CREATE TABLE raw (
    sha256 TEXT PRIMARY KEY,      -- of the bytes before compression
    body   BLOB NOT NULL
);

CREATE TABLE articles (
    id   TEXT PRIMARY KEY,
    text BLOB NOT NULL            -- UTF-8, compressed
);

-- One row for each input, so that inputs = stored + duplicates + rejected can be counted again at any time.
CREATE TABLE inputs (
    source  TEXT NOT NULL,        -- path or URL as the user gave it
    member  INTEGER NOT NULL,     -- number of the record in the file, 0 for a file that is one input
    label   TEXT NOT NULL,        -- what people see as the source: path, or path#member
    media   TEXT,
    raw     TEXT REFERENCES raw (sha256),
    maker   TEXT NOT NULL,        -- digest of what turned the bytes into the article
    article TEXT REFERENCES articles (id),
    stated  BLOB,                 -- the article record without its text, msgpack, compressed
    stage   TEXT,
    reason  TEXT,
    detail  TEXT,
    PRIMARY KEY (source, member),
    CHECK ((article IS NULL) <> (reason IS NULL)),
    CHECK ((article IS NULL) = (stated IS NULL))
) WITHOUT ROWID;

CREATE INDEX inputs_by_article ON inputs (article, label);

CREATE TABLE readings (
    article TEXT NOT NULL REFERENCES articles (id),
    rules   TEXT NOT NULL,        -- digest of rules and models
    stated  TEXT NOT NULL,        -- digest of what was stated beside the text when it was read
    body    BLOB NOT NULL,        -- msgpack, compressed
    PRIMARY KEY (article, rules)
) WITHOUT ROWID;

-- Whatever is recomputed when its digest changes: dossiers and their parts.
CREATE TABLE cache (
    kind   TEXT NOT NULL,
    digest TEXT NOT NULL,
    body   BLOB NOT NULL,
    PRIMARY KEY (kind, digest)
) WITHOUT ROWID;

-- Files of the output folder that the last run wrote.
CREATE TABLE outputs (
    path   TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL
) WITHOUT ROWID;
