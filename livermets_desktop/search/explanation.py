"""Say in words how a query was understood."""

from collections.abc import Iterator

from livermets_desktop.model.hit import Results
from livermets_desktop.model.query import QueryTerm


def explain(results: Results) -> Iterator[str]:
    """Yield sentences about the answer to a query, in the order in which a search goes."""
    wanted = ", ".join(results.wanted)
    yield f"Wanted: {wanted}." if wanted else "Wanted: nothing that can be looked for."
    if results.unwanted:
        yield f"Not wanted: {', '.join(results.unwanted)}."
    if results.dropped:
        yield f"Left out as words of grammar: {', '.join(results.dropped)}."
    if results.also:
        yield f"Also searched, counting less: {', '.join(results.also)}."
    for typed, known in results.corrected:
        yield f"No section has “{typed}”; searched for “{known}” in its place."
    if results.ignored:
        yield f"No section has: {', '.join(results.ignored)}."
    yield from _order(results)


def _order(results: Results) -> Iterator[str]:
    if results.exact:
        yield "The query is the title or another name of the first hit."
    if results.partial and results.hits:
        yield "No section has all that is wanted; these have most of it."
    if results.words:
        yield f"Word forms that are marked: {', '.join(results.words)}."
    count = "1 section" if results.total == 1 else f"{results.total} sections"
    yield f"Found: {count}."


def described(term: QueryTerm) -> str:
    """Say what a section has to hold for a term."""
    words = " ".join(term.words)
    if term.quoted:
        words = f"the phrase “{words}”"
    elif term.joined:
        words = f"{term.joined} in every way of writing"
    return f"{words} in a title or heading" if term.titled else words
