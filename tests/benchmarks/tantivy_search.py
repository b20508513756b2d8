"""Tantivy, the search library in Rust, through its own Python package."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from tantivy import Document, Index, Occur, Query, SchemaBuilder, Searcher, SnippetGenerator

from tests.benchmarks.engine import RESULTS, SNIPPET, Engine, Kind
from tests.benchmarks.quoting import quote

if TYPE_CHECKING:
    from livermets_desktop.model.article import SectionText

_FIELDS = ["title", "aliases", "heading", "body"]
_MEMORY = 128_000_000  # bytes that the writer may use; one thread writes one segment
_FUZZY = dict.fromkeys(_FIELDS, (False, 2, True))  # whole words, two edits, a swap is one


class Tantivy(Engine):
    """Ask all fields at once; prefixes are regular expressions, which it does not rank."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._searcher: Searcher = index.searcher()

    @staticmethod
    def build(folder: Path, sections: "Sequence[SectionText]") -> None:
        """Write the sections with stemmed words."""
        folder.mkdir()
        builder = SchemaBuilder()
        for field in _FIELDS:
            builder.add_text_field(field, stored=True, tokenizer_name="en_stem")
        writer = Index(builder.build(), path=str(folder)).writer(_MEMORY, 1)
        for one in sections:
            texts = (one.title, " ".join(one.aliases), one.heading, one.body)
            writer.add_document(Document(**dict(zip(_FIELDS, texts, strict=True))))
        writer.commit()
        writer.wait_merging_threads()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open an index."""
        return cls(Index.open(str(folder)))

    def answer(self, kind: Kind, words: Sequence[str]) -> Sequence[tuple[str, str, str]]:
        """Return title, heading and snippet of the best sections."""
        query = self._query(kind, words)
        generator = SnippetGenerator.create(self._searcher, query, self._index.schema, "body")
        generator.set_max_num_chars(SNIPPET)
        found = []
        for _, address in self._searcher.search(query, RESULTS, count=False).hits:
            section = self._searcher.doc(address)
            # It marks no word of a regular expression or of a fuzzy query, and quotes nothing then.
            snippet = generator.snippet_from_doc(section).to_html()
            snippet = snippet or quote(section["body"][0], words, SNIPPET)
            found.append((section["title"][0], section["heading"][0], snippet))
        return found

    def _query(self, kind: Kind, words: Sequence[str]) -> Query:
        if kind is Kind.PREFIX:
            return self._prefix(words[0])
        if kind is Kind.WORD_AND_PREFIX:
            word = self._index.parse_query(words[0], _FIELDS)
            return Query.boolean_query([(Occur.Must, word), (Occur.Must, self._prefix(words[1]))])
        text = " ".join(words)
        if kind is Kind.PHRASE:
            text = f'"{text}"'
        return self._index.parse_query(
            text,
            _FIELDS,
            fuzzy_fields=_FUZZY if kind is Kind.MISSPELLED else {},
            conjunction_by_default=kind is not Kind.OR,
        )

    def _prefix(self, letters: str) -> Query:
        fields = [Query.regex_query(self._index.schema, name, f"{letters}.*") for name in _FIELDS]
        return Query.boolean_query([(Occur.Should, field) for field in fields])
