import sqlite3
from contextlib import closing
from dataclasses import fields, replace

import pytest

from livermets_desktop.errors import ContentError
from livermets_desktop.library.contents import LibraryContents
from livermets_desktop.library.writer import write_database
from tests.library.tiny import tiny_contents


def reversed_rows(contents):
    return LibraryContents(
        **{field.name: getattr(contents, field.name)[::-1] for field in fields(contents)}
    )


def test_equal_contents_give_equal_bytes_in_whatever_order_they_come(tmp_path):
    write_database(tmp_path / "one.db", tiny_contents())
    write_database(tmp_path / "two.db", reversed_rows(tiny_contents()))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_an_old_database_is_replaced(tmp_path):
    path = tmp_path / "library.db"
    path.write_bytes(b"something old")
    write_database(path, tiny_contents())
    assert path.read_bytes().startswith(b"SQLite format 3\0")


def test_nothing_but_the_database_is_left(tmp_path):
    write_database(tmp_path / "library.db", tiny_contents())
    assert [path.name for path in tmp_path.iterdir()] == ["library.db"]


def test_every_row_arrives_in_its_table(tmp_path):
    path = tmp_path / "library.db"
    contents = tiny_contents()
    write_database(path, contents)
    tables = {"topic": contents.topics, "section": contents.sections, "figure": contents.figures}
    tables |= {"claim": contents.claims, "claim_use": contents.claim_uses, "term": contents.terms}
    with closing(sqlite3.connect(path)) as connection:
        for table, rows in tables.items():
            [(count,)] = connection.execute(f"SELECT count(*) FROM {table}")
            assert count == len(rows) > 0, table


def test_rows_that_contradict_each_other_are_refused_and_leave_no_file(tmp_path):
    contents = tiny_contents()
    twice = replace(contents, terms=(*contents.terms, contents.terms[0]))
    with pytest.raises(ContentError, match=r"term\.id"):
        write_database(tmp_path / "library.db", twice)
    assert not list(tmp_path.iterdir())
