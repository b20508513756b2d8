"""Run in the frozen program before all else: a system's variables must not bring another Qt."""

import os

for _name in ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML2_IMPORT_PATH"):
    os.environ.pop(_name, None)
