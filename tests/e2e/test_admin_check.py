"""The command that checks the administrator's file."""

import pytest

from livermets_desktop import paths
from livermets_desktop.cli import main


@pytest.fixture
def call(capsys):
    """Return a function that runs the command within this process."""

    def run(*arguments):
        code = main(["admin", "check", *map(str, arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_a_file_in_order_is_said_to_be(tmp_path, run_program):
    file = tmp_path / "admin.toml"
    file.write_text('hospital = "City Hospital"\n')
    done = run_program("admin", "check", file)
    assert (done.code, done.out, done.err) == (0, f"{file} is in order.\n", "")


def test_each_problem_is_a_line(tmp_path, call):
    file = tmp_path / "admin.toml"
    file.write_text("hospital = 1\n[keep]\nhistroy = false\n")
    assert call(file) == (
        1,
        f"{file}:1: “hospital” must be a text in quotes.\n"
        f"{file}:3: The key “histroy” is not known here.\n",
        "",
    )


def test_a_file_that_is_not_there_is_one_sentence(tmp_path, call):
    file = tmp_path / "admin.toml"
    sentence = f"There is no file {file}: the program works as it does without one.\n"
    assert call(file) == (1, "", sentence)


def test_without_a_name_the_file_of_this_pc_is_checked(tmp_path, call, monkeypatch):
    file = tmp_path / "admin.toml"
    file.write_text("[keep]\nhistory = false\n")
    monkeypatch.setattr(paths, "admin_file", lambda: file)
    assert call() == (0, f"{file} is in order.\n", "")


def test_an_action_is_needed(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["admin"])
    assert ended.value.code == 2
    assert "required: ACTION" in capsys.readouterr().err
