"""Where the program's own files and the user's files are.

The only module that knows how the program was started: checkout, wheel or frozen folder.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs

_NAME = "livermets-desktop"


def _data() -> Path:
    """Return the folder that holds `resources` and, in an installed program, `library`."""
    if getattr(sys, "frozen", False):
        return Path(getattr(sys, "_MEIPASS", ""))
    package = Path(__file__).resolve().parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parent


def resources() -> Path:
    """Return the folder of icons, fonts, style sheets and colours."""
    return _data() / "resources"


def shipped_library() -> Path:
    """Return the folder of the compiled library that belongs to the program."""
    data = _data()
    built = data / "build" / "library"
    return built if built.is_dir() else data / "library"


def content() -> Path:
    """Return the folder of the content source; only a checkout has one."""
    return Path(__file__).resolve().parent.parent / "content"


def settings_file() -> Path:
    """Return the file of the user's preferences."""
    return _user(platformdirs.user_config_dir) / "settings.json"


def bookmarks_file() -> Path:
    """Return the file of the user's bookmarks."""
    return _user(platformdirs.user_data_dir) / "bookmarks.json"


def handouts_file() -> Path:
    """Return the file of the hand-outs that this user keeps."""
    return _user(platformdirs.user_data_dir) / "handouts.json"


def admin_file() -> Path:
    """Return the administrator's file for shared PCs."""
    return _shared() / "admin.toml"


def kiosk_file() -> Path:
    """Return the administrator's file for public screens."""
    return _shared() / "kiosk.toml"


def program() -> list[str]:
    """Return the command that starts this program once more."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", __package__]


def _shared() -> Path:
    """Return the administrator's folder, in a place that no reader and no variable can change."""
    # platformdirs.site_config_dir obeys variables of the environment, which belong to the reader.
    if sys.platform == "win32":
        from platformdirs.windows import get_win_folder_via_ctypes  # noqa: PLC0415  # Windows only

        shared = Path(get_win_folder_via_ctypes("CSIDL_COMMON_APPDATA"))
    elif sys.platform == "darwin":
        shared = Path("/Library/Application Support")
    else:
        shared = Path("/etc/xdg")
    return shared / _NAME


def state_folder() -> Path:
    """Return the folder of the user's log."""
    return _user(platformdirs.user_state_dir)


def recent_topics_file() -> Path:
    """Return the file of the topics that the user read last."""
    return state_folder() / "topics.json"


def recent_queries_file() -> Path:
    """Return the file of the user's last searches."""
    return state_folder() / "queries.json"


def index_cache() -> Path:
    """Return the folder of search indexes that were built on this PC."""
    return _user(platformdirs.user_cache_dir) / "indexes"


def _user(folder: Callable[..., str]) -> Path:
    try:
        return Path(folder(_NAME, appauthor=False))
    except RuntimeError:  # the user has no home folder: nothing can be written below this one
        return Path(os.devnull) / _NAME
