"""The words of the window, collected for translators."""

import ast
import shutil
from pathlib import Path

import pytest
from defusedxml.ElementTree import parse

from livermets_desktop import paths
from livermets_desktop.errors import LibraryDamagedError
from livermets_desktop.sentence import Sentence, joined
from tools.translations import PACKAGE, collect, compile_all, faults

FOLDER = paths.resources() / "translations"
TEMPLATE = FOLDER / "livermets-desktop_en.ts"
# Their words come from a list, which the tool reads.
LISTED = {"actions.py", "wording.py"}


def messages(file=TEMPLATE):
    for context in parse(file).iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name"), message.findtext("source")


def test_the_files_of_translators_are_up_to_date(tmp_path):
    folder = Path(shutil.copytree(FOLDER, tmp_path / "translations"))
    collect(folder, {file.stem.partition("_")[2] for file in FOLDER.glob("*.ts")})
    compile_all(folder)
    stale = [file.name for file in folder.iterdir() if file.read_bytes() != kept(file)]
    assert not stale, "run `make translations`"


def kept(file):
    return (FOLDER / file.name).read_bytes() if (FOLDER / file.name).exists() else b""


def test_the_template_holds_every_word_that_the_window_translates():
    known = set(messages())
    sources = {source for _, source in known}
    for file in sorted(PACKAGE.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call):
                continue
            name, words = ast.unparse(call.func).rpartition(".")[2], call.args
            if name == "tr":
                assert isinstance(words[0], ast.Constant), f"{file.name}:{call.lineno}"
                assert words[0].value in sources
            elif name == "translate" and len(words) > 1 and file.name not in LISTED:
                if ast.unparse(call.func).startswith(("painter", "place")):
                    continue
                assert (words[0].value, words[1].value) in known
            elif name == "Sentence" and file.name != "sentence.py":
                assert ("Sentences", words[0].value) in known, f"{file.name}:{call.lineno}"


def test_the_words_of_actions_and_menus_are_collected():
    known = set(messages())
    assert {("Actions", "&Quit"), ("Actions", "&File"), ("Actions", "T&heme")} <= known


def test_every_text_with_a_number_of_things_has_its_english_forms():
    plural = [one for one in parse(TEMPLATE).iter("message") if one.get("numerus")]
    assert plural
    for message in plural:
        forms = [form.text for form in message.iter("numerusform")]
        assert len(forms) == 2
        assert all(forms), message.findtext("source")
        assert not any("(s)" in form for form in forms)


def test_no_shipped_translation_loses_a_place_for_a_value():
    assert [fault for file in FOLDER.glob("*.ts") for fault in faults(file)] == []


@pytest.mark.parametrize("text", ["Inhalt vom", "Inhalt vom {1}", "Inhalt vom {0} {1}"])
def test_a_translation_with_other_places_for_values_is_refused(tmp_path, text):
    file = tmp_path / "livermets-desktop_de.ts"
    file.write_text(
        "<TS><context><name>HomePanel</name><message><source>Content of {0}</source>"
        f"<translation>{text}</translation></message></context></TS>",
        encoding="utf-8",
    )
    [fault] = faults(file)
    assert fault.startswith("livermets-desktop_de.ts: “Inhalt vom")


def test_an_error_keeps_its_pattern_for_other_languages():
    error = LibraryDamagedError("/x")
    assert str(error) == "The library in /x is damaged: install it again."
    assert error.args[0].pattern == "The library in {0} is damaged: install it again."
    assert error.args[0].values == ("/x",)


def test_joined_sentences_leave_out_what_is_empty():
    first, second = Sentence("One {0}.", 1), Sentence("Two.")
    assert joined("", first, "", second) == "One 1. Two."
    assert joined("", first, second).values == (first, second)
    assert joined("", "") == ""
