#!/bin/bash
# Installs the Debian package into a clean root, runs it there as a user would, and takes it out again.
#
#     Tests/Packaging/deb.sh .build/deb/gongkai_*.deb
set -euo pipefail
package=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
root=$(mktemp -d /var/tmp/gongkai-root-XXXXXX)
trap 'umount -q "$root/proc" "$root/dev" || true; rm -rf --one-file-system "$root"' EXIT
fail() { echo "FAILED: $*" >&2; exit 1; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }

release=$(. /etc/os-release && echo "$VERSION_CODENAME")
mmdebstrap --quiet --variant=minbase --skip=cleanup/apt/lists --include=man-db,bash-completion,zsh,fish "$release" "$root" > /dev/null
# Programs in Swift ask /proc for their arguments.
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$package" "$root/tmp/gongkai.deb"
listed() { (cd "$root" && find usr etc srv -xdev -not -path '*/__pycache__*' | sort); }
listed > "$root/tmp/before"

inside apt-get install -y -qq --no-install-recommends /tmp/gongkai.deb > "$root/tmp/install.log" 2>&1 || { cat "$root/tmp/install.log"; fail "the package doesn't install"; }
inside gongkai --version
inside getent passwd gongkai > /dev/null || fail "there is no user gongkai"

# A night of the user of the unit, with its settings.
mkdir -p "$root/srv/reports" "$root/srv/gongkai"
cp "$here"/Fixtures/twins/tongling-archives-2020/input.* "$here"/Fixtures/html/bare-2021/input.html "$root/srv/reports"
inside chown gongkai /srv/gongkai
inside setpriv --reuid gongkai --regid gongkai --clear-groups env GONGKAI_CONFIG=/etc/gongkai.yaml \
  gongkai run /srv/reports -o /srv/gongkai --quiet
count=$(wc -l < "$root/srv/gongkai/records.jsonl")
[ "$count" = 5 ] || fail "$count records of 5 originals"
inside grep -c '"status":"ok"' /srv/gongkai/records.jsonl | grep -qx 5 || fail "not all records are ok"
inside gongkai doctor --output /srv/gongkai /srv/reports > "$root/tmp/doctor" || { cat "$root/tmp/doctor"; fail "doctor found something missing"; }

# Manual pages, completions, units.
for page in gongkai gongkai-run gongkai-convert; do
  text=$(inside env MANWIDTH=200 man --warnings "$page" 2> "$root/tmp/man.log")
  [ -n "$text" ] || fail "man $page prints nothing"
  [ ! -s "$root/tmp/man.log" ] || { cat "$root/tmp/man.log"; fail "man $page warns"; }
done
inside bash -c 'source /usr/share/bash-completion/bash_completion; source /usr/share/bash-completion/completions/gongkai
  COMP_WORDS=(gongkai conv); COMP_CWORD=1; COMP_LINE="gongkai conv"; COMP_POINT=12; _gongkai gongkai conv gongkai; echo "${COMPREPLY[*]}"' |
  grep -qw convert || fail "bash completes no command"
inside zsh -fc 'fpath=(/usr/share/zsh/vendor-completions $fpath); autoload -U compinit; compinit -u; whence -w _gongkai' |
  grep -q function || fail "zsh has no completion"
inside fish -c 'complete -C "gongkai conv"' | grep -q '^convert' || fail "fish completes no command"
for unit in gongkai.service gongkai-mail.service gongkai.timer; do
  [ -f "$root/usr/lib/systemd/system/$unit" ] || fail "$unit isn't there"
  ! grep -q /usr/local "$root/usr/lib/systemd/system/$unit" || fail "$unit speaks of /usr/local"
done

# Out again: nothing of ours stays but the user and the data.
inside apt-get purge -y -qq gongkai > /dev/null 2>&1 || fail "the package doesn't go"
left=$(listed | grep -i gongkai | grep -v '^srv/' | comm -13 "$root/tmp/before" - || true)
[ -z "$left" ] || fail "left behind: $left"
[ -f "$root/srv/gongkai/records.jsonl" ] || fail "the records are gone"
echo "The package installs, runs and goes."
