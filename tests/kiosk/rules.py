"""The checklist for public screens: each line is held by tests that name its number."""

RULES = {
    1: "A session that nobody touches ends",
    2: "A warning comes before, with a falling number, and is announced",
    3: "Any key, mouse or touch goes on, again and again",
    4: "Whatever lies open is closed by a reset",
    5: "A reset clears search, results, history, tree, selection, size, level, scroll, questions",
    6: "A reset clears clipboard and selection",
    7: "Nothing of a session is on the disk",
    8: "A reset takes 500 ms at most, 1,000 resets leak 5 MB at most",
    9: "The window cannot be closed, and nothing that quits is in reach",
    10: "Keys of the window manager leave it visible and full screen",
    11: "There is no file dialog",
    12: "Pages are printed by the program alone, no more than so many",
    13: "A visitor prints so often and no more",
    14: "No other program is opened",
    15: "Nothing can be dropped or pasted in",
    16: "There are no context menus",
    17: "The size of the text stays within bounds, and is reset",
    18: "Targets are 44 px at least, with 8 px between",
    19: "All works by touch, with keys on the screen",
    20: "All works by keyboard",
    21: "10,000 random events leave it alive and full",
    22: "It is back 10 s after a crash",
    23: "It is back 25 s after a hang",
    24: "Leaving needs the PIN: five tries, then a minute; no PIN, no start",
    25: "It works without a network, and opens no socket",
}
# What no program can hold: docs/kiosk.md says who does.
OF_THE_SYSTEM = (
    "Alt+Tab and other keys of the window manager",
    "The Windows key",
    "Ctrl+Alt+Del and other consoles",
    "Swipes from the edge of the screen",
    "Sticky Keys and their kin",
)
