#!/bin/bash
# Installs the wheel into bare roots without Swift, and holds README's lines of Python against DuckDB on the same reports. A root that
# can't be made is left out and named.
#
#     Tests/Packaging/wheel.sh Sources/Python/dist/gongkai-*.whl [SUITE...]
set -euo pipefail
wheel=$(realpath "$1")
suites=("${@:2}")
[ ${#suites[@]} -gt 0 ] || suites=(bookworm trixie jammy noble)
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d /var/tmp/gongkai-wheel-XXXXXX)
root=$work/root
clean() {
  for place in proc dev; do mountpoint -q "$root/$place" && umount "$root/$place"; done
  rm -rf --one-file-system "$work"
}
trap clean EXIT
inside() { chroot "$root" /usr/bin/env -i HOME=/tmp PATH=/tmp/python/bin:/usr/bin:/bin LC_ALL=C.UTF-8 "$@"; }
duckdb='
import subprocess, duckdb
sql = subprocess.run(["gongkai", "schema", "--sql"], capture_output=True, text=True, check=True).stdout
duckdb.execute(sql)
total, count = duckdb.execute("SELECT sum(applications_new_received_total), count(*) FROM reports WHERE counted").fetchone()
print(int(total), "requests in", count, "reports")'
made=0
for suite in "${suites[@]}"; do
  # The keys of the other distribution are not on this one.
  if ! mmdebstrap --quiet --variant=minbase --aptopt='Acquire::AllowInsecureRepositories "1"' --aptopt='APT::Get::AllowUnauthenticated "1"' \
    --components=main,universe --include=python3,python3-venv,poppler-utils,poppler-data "$suite" "$root" > "$work/log" 2>&1; then
    echo "left out: $suite, of which no root could be made: $(grep -m1 -iE '^E:|error' "$work/log" || tail -1 "$work/log")"
    rm -rf --one-file-system "$root"
    continue
  fi
  mount -t proc proc "$root/proc"
  mount --bind /dev "$root/dev"
  version=$(inside python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  python3 -m pip download --quiet --disable-pip-version-check --only-binary=:all: --python-version "$version" \
    --platform manylinux_2_28_x86_64 --platform manylinux_2_17_x86_64 --platform manylinux2014_x86_64 -d "$root/tmp/wheels" pyarrow duckdb
  cp "$wheel" "$root/tmp/wheels"
  inside python3 -m venv /tmp/python
  inside pip install --quiet --disable-pip-version-check --no-index --find-links /tmp/wheels gongkai pyarrow duckdb
  mkdir "$root/tmp/work" "$root/tmp/work/reports"
  for report in "$here"/Fixtures/reports/*/input.*; do cp "$report" "$root/tmp/work/reports/$(basename "$(dirname "$report")").${report##*.}"; done
  sed -n '/^import pathlib/,/^```/p' "$here/Sources/Python/README.md" | sed '$d' > "$root/tmp/work/lines.py"
  by_python=$(inside bash -c 'cd /tmp/work && python lines.py')
  status=0
  inside bash -c 'cd /tmp/work && gongkai convert reports -o records.jsonl 2> messages; s=$?; gongkai schema --labels > labels.csv; exit $s' || status=$?
  [ "$status" = 0 ] || { cat "$root/tmp/work/messages"; echo "FAILED: convert ends with $status on $suite"; exit 1; }
  by_duckdb=$(inside bash -c 'cd /tmp/work && python -c "$0"' "$duckdb")
  echo "$suite, Python $version: $by_python by Python, $by_duckdb by DuckDB"
  [ "$by_python" = "$by_duckdb" ] || { echo "FAILED: they are not the same"; exit 1; }
  made=$((made + 1))
  umount "$root/proc" "$root/dev"
  rm -rf --one-file-system "$root"
done
[ $made -gt 0 ] || { echo "FAILED: no root could be made"; exit 1; }
