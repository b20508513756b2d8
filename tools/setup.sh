#!/bin/sh
# Install what the checkout needs, as far as it is missing: system libraries and Python packages.
# Usage: tools/setup.sh run|test     ("test" adds the programs that tests and releases call)
set -eu
cd "$(dirname "$0")/.."

# What Qt's windows need from the system: the library, and Debian's package of it.
LIBRARIES='
libEGL.so.1             libegl1
libGL.so.1              libgl1
libX11-xcb.so.1         libx11-xcb1
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libglib-2.0.so.0        libglib2.0-0
libpulse.so.0           libpulse0
libwayland-client.so.0  libwayland-client0
libwayland-cursor.so.0  libwayland-cursor0
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-randr.so.0       libxcb-randr0
libxcb-shape.so.0       libxcb-shape0
libxcb-sync.so.1        libxcb-sync1
libxcb-xfixes.so.0      libxcb-xfixes0
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libxkbcommon.so.0       libxkbcommon0
'
# What tests and releases call: the program, and Debian's package of it.
PROGRAMS='
Xvfb     xvfb
objdump  binutils
openbox  openbox
setpriv  util-linux
strace   strace
unshare  util-linux
wmctrl   wmctrl
xdotool  xdotool
xprop    x11-utils
'

missing_libraries() {
    known=$(PATH="$PATH:/usr/sbin:/sbin" ldconfig -p)
    echo "$LIBRARIES" | while read -r library package; do
        [ -z "$library" ] || echo "$known" | grep -qF "$library " || echo "$package"
    done
}

missing_programs() {
    echo "$PROGRAMS" | while read -r program package; do
        [ -z "$program" ] || command -v "$program" >/dev/null || echo "$package"
    done
}

# Print the first Python that is new enough; nothing if there is none.
find_python() {
    for python in python3 python3.13 python3.12 python3.11 python3.14; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$python"
            return
        fi
    done
}

missing_python() {
    python=$(find_python)
    if [ -z "$python" ]; then
        echo python3 python3-venv
    elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        [ "$python" = python3 ] && echo python3-venv || echo "$python-venv"
    fi
}

# Print the package of Python's shared library, which a frozen program contains; Debian packs it
# apart, a Python that somebody built has it beside it.
missing_shared_python() {
    package=$("$(find_python)" -c 'import sys
if sys.base_prefix == "/usr": print("libpython%d.%d" % sys.version_info[:2])' 2>/dev/null) || return 0
    [ -z "$package" ] || PATH="$PATH:/usr/sbin:/sbin" ldconfig -p | grep -qF "$package.so" || echo "$package"
}

# Install Debian packages as root or with sudo; else say in a sentence what to type.
install() {
    command="apt-get install -qq -y --no-install-recommends $*"
    echo "Missing on this system: $*"
    if ! command -v apt-get >/dev/null; then
        echo "Install what these Debian packages are called on this system, then try again." >&2
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        sudo=
    elif command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
        sudo=sudo
    else
        echo "An administrator has to type first: apt-get update && $command" >&2
        exit 1
    fi
    $sudo apt-get update -qq
    # shellcheck disable=SC2086 # the words of the command are meant to be split
    $sudo env DEBIAN_FRONTEND=noninteractive $command
}

install_system_packages() {
    packages=$(
        missing_python
        if [ "$(uname)" = Linux ]; then
            missing_libraries
            [ "$1" != test ] || { missing_programs && missing_shared_python; }
        fi
    )
    # shellcheck disable=SC2046,SC2086 # one word is one package
    [ -z "$packages" ] || install $(printf '%s\n' $packages | sort -u)
}

install_python_packages() {
    cat requirements.lock pyproject.toml | cmp -s - .venv/installed && return
    python=$(find_python)
    if [ -z "$python" ]; then
        echo "Python 3.11 or newer is needed, and this system's packages have none." >&2
        exit 1
    fi
    echo "Installing the Python packages of requirements.lock into .venv"
    [ -x .venv/bin/pip ] || "$python" -m venv --clear .venv
    .venv/bin/pip install --quiet --require-hashes --only-binary :all: -r requirements.lock
    .venv/bin/pip install --quiet --no-deps --no-build-isolation --editable .
    cat requirements.lock pyproject.toml >.venv/installed
}

install_system_packages "$1"
install_system_packages "$1" # again: what Python itself lacks is known once it is there
install_python_packages
