#!/usr/bin/env bash
# Make this clone ready for a class, or bring it up to date after `git pull`; as root.
#     set_up.sh                   its own .venv, with JupyterHub (PYTHON names a Python)
#     set_up.sh /opt/tljh/user    an environment that has JupyterHub and nbgitpuller
set -euo pipefail
cd "$(dirname "$0")/../.."

place="${1:-.venv}"
if [ $# -eq 0 ]; then
    [ -x .venv/bin/python ] || "${PYTHON:-python3}" -m venv .venv
    .venv/bin/python -m pip install -q -c requirements-test.txt jupyterhub nbgitpuller
fi
"$place/bin/python" -m pip install -q -r requirements.txt
"$place/bin/python" -m pip install -q --no-deps -e .
cp -r helpers/jupyter/. "$place/" # asks no news question, hides graders' menus
"$place/bin/python" -m compileall -q helpers # learners could not leave this behind

# Everybody may read the course, but not an instructor's own work in it; and git lets
# them copy what root owns.
find . -path ./my_work -prune -o ! -type l -exec chmod a+rX,go-w {} +
if ! runuser -u nobody -- "$place/bin/python" -c "import helpers.tables"; then
    echo "Learners cannot run $(realpath "$place/bin/python"): take a Python that" \
        "everybody may run, for example PYTHON=/usr/bin/python3, and remove .venv." >&2
    exit 1
fi
if ! git config --system --get-all safe.directory | grep -qxF "$PWD/.git"; then
    git config --system --add safe.directory "$PWD/.git"
fi
docs/class_server/lessons_branch.sh
