#!/bin/sh
# Make the machine ready: Debian packages, and the Python environment .venv from requirements.lock.
#
# PYTHON    the interpreter to use; by default the newest that is found and new enough
#
# Indispensable are Python and its venv module: without them the script stops. LibreOffice is only
# needed for PDFs: without it the script warns.

set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" >/dev/null 2>&1; }

# --- Debian packages -------------------------------------------------------------------------------

as_root() { # runs a command as root; fails where that is not possible without a password
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

lists_are_fresh=no

install_packages() { # installs Debian packages; fails where that is not possible
    have apt-get && as_root true || return 1
    say "Cài các gói: $*"
    if [ "$lists_are_fresh" = no ]; then
        as_root apt-get update -qq >&2 || return 1
        lists_are_fresh=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq -o DPkg::Lock::Timeout=120 --no-install-recommends "$@" >&2
}

how_to_install() { # the command that a person has to give
    say "→ Hãy chạy:  sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    say "  rồi chạy lại lệnh make vừa rồi."
}

# --- Python ----------------------------------------------------------------------------------------

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        if new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

venv_package() { # Debian splits venv off: python3.11-venv; another Python brings its own
    "$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

ready_python() { # sets `python`
    if ! python=$(find_python); then
        if [ -n "${PYTHON:-}" ]; then
            say "LỖI: PYTHON=$PYTHON không chạy được hoặc cũ hơn Python 3.11."
            exit 1
        fi
        install_packages python3 python3-venv || true
        if ! python=$(find_python); then
            say "LỖI: không tìm thấy Python từ 3.11 trở lên."
            how_to_install python3 python3-venv
            exit 1
        fi
    fi
    if ! has_venv "$python"; then
        package=$(venv_package "$python")
        install_packages "$package" || true
        if ! has_venv "$python"; then
            say "LỖI: $python thiếu mô-đun venv."
            how_to_install "$package"
            exit 1
        fi
    fi
}

# --- LibreOffice, and a font with all Vietnamese letters ---------------------------------------------

has_font() { # version 1 of the font has no ộ ủ ệ; fontconfig knows which letters a font has
    have fc-list && fc-list ':lang=vi' family | grep -q 'Liberation Serif'
}

missing_office() {
    have soffice || have libreoffice || echo libreoffice-writer-nogui
    has_font || echo fonts-liberation2
    have pdffonts || echo poppler-utils
}

ready_office() {
    missing=$(missing_office)
    [ -n "$missing" ] || return 0
    # shellcheck disable=SC2086  # one word, one package
    install_packages $missing || true
    missing=$(missing_office)
    if [ -n "$missing" ]; then
        say "CẢNH BÁO: còn thiếu" $missing
        say "  Mọi việc khác vẫn chạy; chỉ việc đọc, xuất và kiểm tra PDF là không."
        how_to_install $missing
    fi
}

# --- .venv -------------------------------------------------------------------------------------------

ready_environment() {
    if ! new_enough .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        say "Tạo môi trường .venv bằng $python"
        "$python" -m venv --clear .venv
    fi
    say "Cài các thư viện theo requirements.lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
}

ready_python
ready_office
ready_environment
say "Đã sẵn sàng."
