"""The administrator's file: what is right is used, what is wrong is told, the safest holds."""

import subprocess
import sys
from pathlib import Path

import pytest

from livermets_desktop.admin import PREFERENCES, SAFEST, Admin, check, load
from livermets_desktop.model.level import Level
from livermets_desktop.settings import Settings
from livermets_desktop.toml_table import MAX_BYTES, MAX_LINE, MAX_TELEPHONES, MAX_TEXT

ROOT = Path(__file__).resolve().parent.parent
TELEPHONE = '[[telephones]]\nlabel = "Line"\nnumber = "0123"\n'


@pytest.fixture
def file(tmp_path):
    return tmp_path / "admin.toml"


@pytest.fixture
def read(file):
    """Return a function that checks a text and gives what it says and the problems, by line."""

    def run(text):
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        admin, problems = check(file)
        assert all(problem.startswith(f"{file}:") for problem in problems)
        return admin, [problem.removeprefix(f"{file}:") for problem in problems]

    return run


def test_the_example_of_the_documentation_is_in_order(read):
    page = (ROOT / "docs" / "administrators.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    admin, problems = read(example)
    assert problems == []
    assert admin == Admin(
        keep_history=False,
        keep_bookmarks=False,
        keep_recent_queries=False,
        locked=frozenset({"theme"}),
        preferences=(("theme", "light"), ("text_size", 125)),
        hospital="City Hospital",
        telephones=(("Oncology line, day and night", "0123 456 789"),),
        local_protocol="Fever after chemotherapy: see protocol ONC-12.",
    )


def test_preferences_are_values_of_the_settings(read):
    admin, _ = read('[preferences]\nlevel = "clinician"\ntext_size = 200\n')
    settings = Settings()._replace(**dict(admin.preferences))
    assert (settings.level, settings.text_size) == (Level.CLINICIAN, 200)
    assert isinstance(settings.level, Level)
    assert set(Settings._fields) >= PREFERENCES


@pytest.mark.parametrize("text", ["", "# nothing\n", b"\xef\xbb\xbf# by an editor\r\n[keep]\r\n"])
def test_a_file_that_decides_nothing_changes_nothing(read, text):
    assert read(text) == (Admin(), [])


def test_a_missing_file_is_the_defaults(file):
    assert check(file) == (Admin(), ())
    assert load(file / "below" / "nothing") == (Admin(), "")


def test_a_missing_file_costs_no_parser(file):
    code = (
        "import sys; from pathlib import Path; from livermets_desktop.admin import load;"
        f"load(Path({str(file)!r})); print('tomllib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("False\n", "")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            'hospital = "A"\nhospital = "B"\n',
            2,
            "This is not valid TOML: Cannot overwrite a value.",
        ),
        ("\n\nhospital = City\n", 3, "This is not valid TOML: Invalid value."),
        ('hospital = "A', 1, "This is not valid TOML: "),
        ("#\n" + "a." * 20_000 + "a = 1", 2, "The line is longer than 1000 bytes."),
        ("a = " + "[\n" * 20_000, 1, "The values are nested too deeply."),
        (b'hospital = "A"\nlocal_protocol = "\xff"\n', 2, "This is not UTF-8 text: save the file"),
        ("hospital = 'A'".encode("utf-16"), 1, "This is not UTF-8 text"),
        ("#\n" * MAX_BYTES, 1, "The file is larger than 64 KB."),
    ],
    ids=["twice", "no quotes", "open", "long", "deep", "latin", "utf-16", "large"],
)
def test_a_file_that_cannot_be_understood_is_the_safest(read, text, line, words):
    admin, problems = read(text)
    assert admin == SAFEST
    assert admin == Admin(
        keep_history=False,
        keep_bookmarks=False,
        keep_recent_queries=False,
        locked=frozenset({"level", "theme", "text_size"}),
    )
    assert len(problems) == 1
    assert problems[0].startswith(f"{line}: {words}")


def test_a_file_as_large_as_allowed_is_read(read):
    assert read("#" * MAX_LINE) == (Admin(), [])
    assert read("#\n" * (MAX_BYTES // 2)) == (Admin(), [])


def test_a_folder_in_its_place_is_the_safest(tmp_path):
    admin, problems = check(tmp_path)
    assert admin == SAFEST
    assert problems[0].startswith(f"{tmp_path}:1: The file cannot be read: ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("\nhospitl = 'A'\n", "2: The key “hospitl” is not known here."),
        ("[keep]\nhistroy = false\n", "2: The key “histroy” is not known here."),
        ("[keep]\n\nhistory = 0\n", "3: “history” must be true or false, without quotes."),
        ("keep = false\n", "1: “keep” must be a table: begin it with a line [keep]."),
        ("[[locked]]\n", "1: “locked” must be a table: begin it with a line [locked]."),
        ("hospital = 7\n", "1: “hospital” must be a text in quotes."),
        (f"hospital = '{'x' * (MAX_TEXT + 1)}'", "1: “hospital” has 201 characters: 200 are the"),
        ('hospital = "A\\nB"', "1: “hospital” must be one line without control characters"),
        ('hospital = "A\\u202eB"', "1: “hospital” must be one line without control characters"),
        ('hospital = "A\\u2066B"', "1: “hospital” must be one line without control characters"),
        ('hospital = "A\\u2028B"', "1: “hospital” must be one line without control characters"),
        ("[preferences]\ntheme = 'pink'", "2: “theme” must be one of system, light, dark, contr"),
        ("[preferences]\ntext_size = 125.0", "2: “text_size” must be one of 100, 110, 125, 150,"),
        ("[preferences]\ntext_size = '125'", "2: “text_size” must be one of 100, 110, 125, 150,"),
        ("[preferences]\nlevel = ['plain']", "2: “level” must be one of plain, clinician."),
        ("[locked]\npreferences = 'theme'", "2: “preferences” must be a list of level, theme, "),
        ("[locked]\npreferences = [['x']]", "2: “preferences” must be a list of level, theme, "),
        ("telephones = '0123'", "1: “telephones” must be tables: begin each with [[telephones]]."),
        ("telephones = [1]", "1: “telephones” must be tables: begin each with [[telephones]]."),
        ("[telephones]\n", "1: “telephones” must be tables: begin each with [[telephones]]."),
        (f"{TELEPHONE}[[telephones]]\nlabel = 'B'\n", "4: “number” is missing."),
        ("[[telephones]]\nlabel = ' '\nnumber = '1'", "2: “label” is missing."),
        (f"{TELEPHONE}hours = 'all'\n", "4: The key “hours” is not known here."),
        (TELEPHONE * (MAX_TELEPHONES + 1), "25: 8 telephones are the most: this is one more."),
        ('"a\\u001b[2J" = 1', "1: The key “a?[2J” is not known here."),
    ],
)
def test_each_problem_is_one_sentence_with_its_line(read, text, problem):
    _, problems = read(text)
    assert len(problems) == 1
    assert problems[0].startswith(problem)
    assert problems[0].isprintable()


def test_problems_come_in_the_order_of_the_lines(read):
    _, problems = read("hospital = 1\n[locked]\nx = 1\n[keep]\nx = 1\nhistory = 1\n")
    assert [problem.split(":")[0] for problem in problems] == ["1", "3", "5", "6"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[keep]\nrecent_queries = true\n", (True, True, True)),
        ("[keep]\nhistory = 'no'\nrecent_queries = true\n", (False, True, True)),
        ("[keep]\nhistroy = false\nbookmarks = true\n", (False, True, False)),
        ("[kept]\nhistory = false\n", (False, False, False)),
        ("keep = 1\n", (False, False, False)),
        ("x = 1\n[keep]\nhistory = true\n", (True, True, False)),
        ("[locked]\nx = 1\n", (True, True, False)),
    ],
)
def test_what_may_have_been_forbidden_is_not_kept(read, text, kept):
    admin, _ = read(text)
    assert (admin.keep_history, admin.keep_bookmarks, admin.keep_recent_queries) == kept


@pytest.mark.parametrize(
    ("text", "locked"),
    [
        ("[locked]\npreferences = []\n", set()),
        ("[locked]\npreferences = ['level', 'text_size']\n", {"level", "text_size"}),
        ("[locked]\npreferences = ['level', 'font']\n", PREFERENCES),
        ("[locked]\npreference = ['level']\n", PREFERENCES),
        ("[locked]\npreferences = ['level']\ntheme = true\n", PREFERENCES),
        ("[lock]\npreferences = ['level']\n", PREFERENCES),
        ("locked = ['level']\n", PREFERENCES),
        ("x = 1\n[locked]\npreferences = ['level']\n", {"level"}),
        ("[keep]\nx = 1\n", set()),
    ],
)
def test_what_may_have_been_locked_is_locked(read, text, locked):
    assert read(text)[0].locked == locked


def test_what_is_right_is_used_beside_what_is_wrong(read):
    admin, problems = read(
        "hospital = 'City'\nlocal_protocol = 3\n[preferences]\ntheme = 'dark'\nlevel = 'x'\n"
        f"{TELEPHONE}[[telephones]]\nlabel = 'Nobody'\n"
    )
    assert len(problems) == 3
    assert (admin.hospital, admin.local_protocol) == ("City", "")
    assert admin.preferences == (("theme", "dark"),)
    assert admin.telephones == (("Line", "0123"),)


def test_names_and_numbers_may_have_letters_and_spaces_of_any_script(read):
    text = "Clínica\u00a0Łódź مستشفى می\u200cخواهم 0123\u202f456"
    admin, problems = read(f"hospital = '  {text} '\nlocal_protocol = '{'é' * MAX_TEXT}'")
    assert problems == []
    assert admin.hospital == text


def test_only_the_first_telephones_are_used(read):
    admin, _ = read(TELEPHONE * 20)
    assert admin.telephones == (("Line", "0123"),) * MAX_TELEPHONES


def test_loading_tells_in_one_sentence_that_something_is_wrong(file):
    file.write_text("hospital = 1\n")
    assert load(file) == (
        Admin(),
        f"There are mistakes in the administrator's file {file}: the command"
        f" livermets-desktop admin check {file} names them.",
    )
    file.write_text("hospital = 'City'\n")
    assert load(file) == (Admin(hospital="City"), "")
