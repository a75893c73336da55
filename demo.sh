#!/usr/bin/env bash
# From nothing to a search site: installs, builds, reads the samples (or your own scans), serves.
#   ./demo.sh                     the sample books on http://localhost:8080
#   ./demo.sh FOLDER              your own scans
#   ./demo.sh --no-serve          everything but the site
#   ./demo.sh --port 9000
set -euo pipefail
cd "$(dirname "$0")"

usage() { sed -n '2,6s/^# \{0,1\}//p' "$0"; }

serve=yes port=8080 folder=
while (($# > 0)); do
  case $1 in
    --no-serve) serve=no ;;
    --port) port=${2:?--port needs a number}; shift ;;
    -h | --help) usage; exit 0 ;;
    -*) echo "demo.sh: $1 is not an option" >&2; usage >&2; exit 2 ;;
    *) folder=$(realpath -- "$1") ;;
  esac
  shift
done
[[ -z $folder || -e $folder ]] || { echo "demo.sh: $folder does not exist" >&2; exit 2; }

step=0 name= way_out=
begin() {
  step=$((step + 1)) name=$1 way_out=$2
  printf '\n[%d/7] %s\n' "$step" "$name" >&2
}
trap 'status=$?; ((status == 0 || status == 130)) || printf "\ndemo.sh stopped in step %d, %s.\nWhat to do: %s\n" "$step" "$name" "$way_out" >&2' EXIT

begin 'Install what is missing 安裝' 'see the message above; packages need root or sudo and a network the first time'
scripts/install.sh

begin 'Build 編譯' 'run scripts/build.sh release wenlan to see the whole error'
scripts/build.sh release wenlan >build/demo-build.log 2>&1 || { tail -30 build/demo-build.log >&2; exit 1; }

begin 'Sample books 樣書' 'run samples/make.sh by itself'
if [[ -z $folder ]]; then
  samples/make.sh >&2
  folder=samples/books
fi

wenlan=build/release/wenlan
archive=build/demo/$(printf '%s' "$folder" | sha256sum | cut -c1-8)
begin "Archive 建庫: $archive" "delete $archive and try again, or see: $wenlan doctor"
mkdir -p build/demo
$wenlan init "$archive" --name 文瀾示例 >&2
$wenlan add "$archive" "$folder" >&2

begin 'Read the pages 辨識' "see: $wenlan report $archive"
$wenlan run "$archive" >&2 || echo 'some pages failed (named above); the others go on' >&2

begin 'Index 索引' "see: $wenlan doctor $archive"
$wenlan index "$archive" >&2

begin 'Search 檢索' "try: $wenlan search $archive 之"
query=之
[[ $folder == samples/books && -e samples/demo-query.txt ]] && query=$(<samples/demo-query.txt)
$wenlan search "$archive" "$query" --limit 1

if [[ $serve == yes ]]; then
  printf '\nThe site 網站: http://localhost:%s   (Ctrl-C ends it 按 Ctrl-C 結束)\n' "$port" >&2
  way_out='choose another port with --port'
  $wenlan serve "$archive" --port "$port"
fi
