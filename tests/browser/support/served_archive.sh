# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced, from the root of the project: an archive of the sample books, and the program serving it.

# WENLAN names another program; WENLAN_WEB a folder with the site, instead of the one built in.
wenlan=${WENLAN:-build/release/wenlan}

install_browser_tests() {
  [[ tests/browser/node_modules/.package-lock.json -nt tests/browser/package-lock.json ]] ||
    npm --prefix tests/browser ci --no-audit --no-fund --loglevel=error
}

# Makes what is missing of the archive; made once, that takes a second. A book of plain text is
# added to the scanned ones: pages without a scan are shown too, and a character that few fonts have.
make_sample_archive() {
  local archive=$1
  [[ -e samples/books ]] || samples/make.sh >&2
  [[ -e $archive/wenlan.toml ]] || "$wenlan" init "$archive" --name 文瀾 >&2
  "$wenlan" add "$archive" samples/books >&2
  mkdir -p "$archive.text"
  printf '溪上有橋，橋下有舟。舟中之人，日出而漁，日入而息，不知世有車馬也。\n錦溪之水自東山來，入石門，過縣治。\n\f春水至則漲，秋水至則清。橋下有𣶒，深不可測。\n鄉人以橋為市，旬有三日。\n' \
    >"$archive.text/溪橋小記.txt"
  "$wenlan" add "$archive" "$archive.text/溪橋小記.txt" --book xiqiao --title 溪橋小記 >&2
  "$wenlan" run "$archive" >&2
  "$wenlan" index "$archive" >&2
}

# A program built without the site would fail every test after a long wait.
check_site() {
  curl -fsS "$served_at/" | grep -q 'id="app"' && return
  echo "$wenlan was built without the web site: cd index/web && npm ci && npm run build, then build it again" >&2
  return 1
}

# Sets `served_at` to the address; the server ends with the script.
serve_samples() {
  local archive=$1 log=$1.serve.log
  make_sample_archive "$archive"
  "$wenlan" serve "$archive" --port 0 ${WENLAN_WEB:+--web "$WENLAN_WEB"} >"$log" 2>&1 &
  local server=$!
  trap "kill $server 2>/dev/null || true" EXIT
  served_at=
  for _ in $(seq 100); do
    served_at=$(grep -oE -m1 'http://[0-9a-z.:]+' "$log" || true)
    [[ -z $served_at ]] || { check_site; return; }
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  echo "wenlan serve did not start:" >&2
  cat "$log" >&2
  return 1
}
