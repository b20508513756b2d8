"""A program that stands in for the public screen: it beats, and does what it is told besides.

stand_in_kiosk.py JOURNAL DEED...: the n-th start does the n-th deed, the last one for ever.
"""

import os
import signal
import sys
import time
from pathlib import Path

from livermets_desktop.heartbeat import Heartbeat

EVERY = 0.05


def main(journal, deeds):
    with journal.open("a", encoding="utf-8") as lines:
        lines.write(f"{os.getpid()} {time.monotonic()} {os.environ.get('QT_PLUGIN_PATH')}\n")
    started = len(journal.read_text(encoding="utf-8").splitlines())
    deed = deeds[min(started, len(deeds)) - 1]
    heartbeat = Heartbeat.of_environment()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while heartbeat.beat():
        time.sleep(EVERY)  # noqa: TID251  # no event loop here
        if deed.isdecimal():
            if deed == "2":
                sys.stderr.write("A sentence.\n")
            sys.exit(int(deed))
    sys.exit(9)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
