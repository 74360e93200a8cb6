#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# execute.sh NOTEBOOK PROGRAM FOLDER: runs a notebook from top to bottom on a few runs of the program; what
# it writes goes to FOLDER, made anew. Fails with the cell and its error, or if no picture came out.
set -euo pipefail
notebook=$1 program=$2 folder=$3

if ! command -v /usr/bin/jupyter-execute >/dev/null ||
  ! /usr/bin/python3 -c 'import ipykernel, matplotlib, pandas' 2>/dev/null; then
  echo "notebooks need Debian's python3-pandas python3-matplotlib python3-nbclient python3-ipykernel;" \
    "./dev.sh test installs them" >&2
  exit 1
fi

rm -rf "$folder"
mkdir -p "$folder/home"
export HOME=$folder/home MPLBACKEND=agg PYDEVD_DISABLE_FILE_VALIDATION=1
export TANDEM=$program TANDEM_OUT=$folder/out TANDEM_RUNS=${TANDEM_RUNS:-24}
cp "$notebook" "$folder/"
cd "$(dirname "$notebook")"
/usr/bin/jupyter-execute --timeout=240 "$(basename "$notebook")"
cmp "$notebook" "$folder/$(basename "$notebook")"  # running it leaves no outputs behind

shopt -s nullglob
pictures=("$TANDEM_OUT"/*.svg "$TANDEM_OUT"/*.png)
((${#pictures[@]})) || { echo "no pictures in $TANDEM_OUT" >&2; exit 1; }
for picture in "${pictures[@]}"; do
  [[ -s $picture ]] || { echo "$picture is empty" >&2; exit 1; }
done
