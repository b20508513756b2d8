"""The program, started at an article by its own command line; tells on stdout how far it is."""

import gc
import sys
from typing import Any

from livermets_desktop import cli
from tests.benchmarks.first_paint import PAINTED, FirstPaint, say

gc.disable()  # as the command line does before it loads the window

from livermets_desktop import app  # noqa: E402

ARTICLE, TITLE = "ct-scan", "CT scan"
SEARCHABLE = "searchable"


class WatchedProgram(app.Program):
    """Tell when the article is painted and when the search index is open."""

    def __init__(self, *parts: Any) -> None:
        super().__init__(*parts)
        view = self.window.article.view
        FirstPaint(view.viewport(), lambda: say(PAINTED), lambda: TITLE in view.plain_text())
        self.tasks.finished.connect(lambda *_: say(SEARCHABLE))


if __name__ == "__main__":
    app.Program = WatchedProgram
    sys.exit(cli.main(["--article", ARTICLE]))
