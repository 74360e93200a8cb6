#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# SPDX-License-Identifier: Apache-2.0
# Rewrites tests/golden/hashes.txt with the hashes of the present build. A moved hash is a commit of its own, with the
# reason in its message and in docs/changelog.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
file=tests/golden/hashes.txt
while read -r path days hash; do
  case $path in
    '#') echo "# $days $hash" ;;
    *)
      horizon=()
      [ "$days" = 0 ] || horizon=(--days "$days")
      echo "$path $days $(build/release/bin/tandem run "scenarios/$path" "${horizon[@]}" --replications 1 --hash)"
      ;;
  esac
done <"$file" >"$file.new"
mv "$file.new" "$file"
