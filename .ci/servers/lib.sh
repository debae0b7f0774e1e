# shellcheck shell=bash disable=SC2034
# Shared by install, start and stop. Rows of servers.tsv: name, folder, port, url, start command, ready probe, notes.

servers=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(dirname "$servers")/work

die() {
  echo "$*" >&2
  exit 1
}

rows() { grep -v -e '^#' -e '^name	' -e '^$' "$servers/servers.tsv"; }

# row NAME: sets name, folder, port, url, start
row() {
  local line
  line=$(rows | awk -F '\t' -v wanted="$1" '$1 == wanted') || true
  [[ -n $line ]] || die "$1: no such server. There are: $(rows | cut -f 1 | paste -sd ' ')"
  IFS=$'\t' read -r name folder port url start _ <<<"$line"
}

# Does something accept connections on this port of 127.0.0.1?
answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# alive PGID: is any process of the group left? Zombies do not count.
alive() { ps -eo pgid=,stat= | awk -v group="$1" '$1 == group && $2 !~ /^Z/ { found = 1 } END { exit !found }'; }
