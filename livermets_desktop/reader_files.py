"""The files of a reader: preferences, bookmarks, hand-outs, what was read and searched last."""

from pathlib import Path

from livermets_desktop import paths
from livermets_desktop.admin import Admin, load
from livermets_desktop.bookmarks import BookmarkFile
from livermets_desktop.recent import RecentFile
from livermets_desktop.sentence import Sentence, joined
from livermets_desktop.settings import Settings, SettingsFile

_TOPICS = 20
_QUERIES = 10
_USUAL = Admin()
_OPEN_ALREADY = Sentence("LiverMets Desktop is open already: changes in this window are not kept.")


class ReaderFiles:
    """Hold these files, as far as the administrator lets them be kept; without paths in memory.

    `notice` has the sentences for the reader about what was wrong, "" for nothing.
    """

    def __init__(
        self,
        admin: Admin = _USUAL,
        *,
        settings: Path | None = None,
        bookmarks: Path | None = None,
        handouts: Path | None = None,
        topics: Path | None = None,
        queries: Path | None = None,
    ) -> None:
        self.admin = admin
        self.notice = ""
        usual = Settings()._replace(**dict(admin.preferences))
        self.settings = SettingsFile(settings, usual, admin.locked)
        self.bookmarks = BookmarkFile(bookmarks if admin.keep_bookmarks else None)
        self.handouts = handouts if admin.keep_bookmarks else None  # read when they are asked for
        kept_topics = topics if admin.keep_history else None
        kept_queries = queries if admin.keep_recent_queries else None
        self.topics = RecentFile(kept_topics, _TOPICS)
        self.queries = RecentFile(kept_queries, _QUERIES if admin.keep_recent_queries else 0)
        self._unwanted = {topics, queries} - {kept_topics, kept_queries}

    @classmethod
    def open(cls, *, keeps: bool = True) -> "ReaderFiles":
        """Read the administrator's file and the files of this user.

        Without `keeps` nothing that changes is kept: another window writes these files.
        """
        admin, sentence = load(paths.admin_file())
        files = cls(
            admin,
            settings=paths.settings_file(),
            bookmarks=paths.bookmarks_file(),
            handouts=paths.handouts_file(),
            topics=paths.recent_topics_file(),
            queries=paths.recent_queries_file(),
        )
        files.load()
        if not keeps:
            files.stop_keeping()
            sentence = joined(_OPEN_ALREADY, sentence)
        files.notice = joined(sentence, files.notice)
        return files

    def stop_keeping(self) -> None:
        """Write none of the files any more: what changes lasts until the window closes."""
        for file in (self.settings, self.bookmarks, self.topics, self.queries):
            file.path = None
        self.handouts = None

    def load(self) -> None:
        """Read what is kept, and delete what may not be."""
        self.settings.load()
        self.bookmarks.load()
        self.topics.load()
        self.queries.load()
        for path in self._unwanted:
            RecentFile(path, 0).clear()
        self.notice = joined(self.settings.notice, self.bookmarks.notice)
