"""The format of a compiled library: one SQLite file, a search index and a manifest.

A folder holds `library.db`, `index/` and `manifest.json`. The window only reads it.
`topic.position` orders siblings. `article.html` is safe (see `safe_html`) and independent of theme
and text size: colours and sizes come from the reader's style sheet, images from `figure`.
"""

FORMAT = 3
DATABASE = "library.db"
INDEX = "index"
MANIFEST = "manifest.json"

# Dots of a figure to a pixel of its place on a page: what pages show is drawn faster, and large
# figures, large text and paper stay sharp.
LARGE_FIGURE_DOTS, PAGE_FIGURE_DOTS = 3, 2
MAX_FIGURE_PIXELS = 16_000_000
MAX_FIGURE_BYTES = 64 * 1024 * 1024

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,              -- group | article
    parent TEXT NOT NULL,            -- "" at the top
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,           -- groups: one line; articles: ""
    icon TEXT NOT NULL,              -- groups: name of an icon; articles: ""
    child_count INTEGER NOT NULL,
    levels TEXT NOT NULL             -- articles: "plain clinician", one of them, or ""
) WITHOUT ROWID;
CREATE INDEX topic_parent ON topic (parent, position);
CREATE TABLE article (
    id TEXT NOT NULL,
    level TEXT NOT NULL,
    summary TEXT NOT NULL,
    html TEXT NOT NULL,
    checked TEXT NOT NULL,           -- ISO dates
    check_due TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,       -- "" until a named clinician has signed
    reviewed TEXT NOT NULL,
    asked_html TEXT NOT NULL,        -- html with the figures that the reader has to ask for, or ""
    PRIMARY KEY (id, level)
) WITHOUT ROWID;
CREATE TABLE alias (
    article TEXT NOT NULL,
    position INTEGER NOT NULL,
    alias TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE index_entry (           -- what an index at the back of a book would list
    article TEXT NOT NULL,
    section TEXT NOT NULL,
    position INTEGER NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (article, section, position)
) WITHOUT ROWID;
CREATE TABLE related (
    article TEXT NOT NULL,
    position INTEGER NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (article, position)
) WITHOUT ROWID;
CREATE TABLE section (
    article TEXT NOT NULL,
    level TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    heading TEXT NOT NULL,
    depth INTEGER NOT NULL,
    body TEXT NOT NULL,              -- plain text, as search finds and quotes it
    PRIMARY KEY (article, level, position)
) WITHOUT ROWID;
CREATE TABLE citation (
    article TEXT NOT NULL,
    level TEXT NOT NULL,
    number INTEGER NOT NULL,         -- 1, 2, ... in the order of the text
    source TEXT NOT NULL,
    PRIMARY KEY (article, level, number)
) WITHOUT ROWID;
CREATE TABLE source (
    key TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    organisation TEXT NOT NULL,
    date TEXT NOT NULL,
    address TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE figure (
    name TEXT NOT NULL,              -- article/file without ending, e.g. ct-scan/ct-phases
    theme TEXT NOT NULL,             -- light | dark
    width INTEGER NOT NULL,          -- of the larger one
    height INTEGER NOT NULL,
    png BLOB NOT NULL,               -- for pages
    large_png BLOB NOT NULL,         -- for paper and large views; empty if `png` serves for them
    PRIMARY KEY (name, theme)
) WITHOUT ROWID;
CREATE TABLE term (
    id TEXT PRIMARY KEY,
    term TEXT NOT NULL,
    definition TEXT NOT NULL,
    forms TEXT NOT NULL              -- JSON lists, by the names of the fields of a term
) WITHOUT ROWID;
CREATE TABLE question_stage (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    questions TEXT NOT NULL          -- JSON list
) WITHOUT ROWID;
CREATE TABLE claim (
    id TEXT PRIMARY KEY,
    audience TEXT NOT NULL,
    statement TEXT NOT NULL,
    status TEXT NOT NULL,
    sources TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE claim_use (
    claim TEXT NOT NULL,
    article TEXT NOT NULL,
    level TEXT NOT NULL,
    section TEXT NOT NULL,
    PRIMARY KEY (claim, article, level, section)
) WITHOUT ROWID;
"""
