#!/usr/bin/env bash
# Lays ONNX Runtime out under build/deps/onnxruntime: the library from its pinned PyPI wheel, the
# headers from a pinned package of Debian 13 (the C API is compatible upward). Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly target=build/deps/onnxruntime
readonly wheel_version=1.31.1
readonly wheel_sha256=5752bd508126ae7c49894d3b9d2e83f0c3d487319246d04c444b393308d7ad7f
readonly headers_sha256=14f7d959d5deacbcf1504830d4189f91fc67382b399ed9ae9d3aa9c4050ced08
readonly stamp="$target/.complete-$wheel_version"

[[ -e $stamp ]] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m pip download --quiet --no-deps --only-binary=:all: --dest "$work" \
  --python-version 3.11 --platform manylinux_2_28_x86_64 "onnxruntime==$wheel_version"
wheel=$(echo "$work"/onnxruntime-*.whl)
echo "$wheel_sha256  $wheel" | sha256sum --check --quiet

# An apt state of its own, so the machine's stays as it is; the mirror is the machine's.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
  grep -vE '^ *#' | grep -oE '(https?|file|mirror\+file):[^ ]*/debian/?( |$)' | head -1 | tr -d ' ' || true)
mkdir -p "$work"/apt/{state/lists/partial,cache/archives/partial}
echo "deb [arch=amd64] ${mirror:?no Debian mirror found in /etc/apt} trixie main" >"$work/apt/sources.list"
apt_options=(-o Dir::Etc::sourcelist="$work/apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State="$work/apt/state"
  -o Dir::State::status=/var/lib/dpkg/status -o Dir::Cache="$work/apt/cache" -o APT::Sandbox::User=root
  -o Acquire::Languages=none)
apt-get "${apt_options[@]}" update -qq
(cd "$work" && apt-get "${apt_options[@]}" download -qq libonnxruntime-dev)
headers=$(echo "$work"/libonnxruntime-dev_*.deb)
echo "$headers_sha256  $headers" | sha256sum --check --quiet

rm -rf "$target"
mkdir -p "$target"/{include,lib}
unzip -q -j "$wheel" "onnxruntime/capi/libonnxruntime.so.$wheel_version" -d "$target/lib"
unzip -q -j "$wheel" onnxruntime/LICENSE onnxruntime/ThirdPartyNotices.txt -d "$target"
ln -s "libonnxruntime.so.$wheel_version" "$target/lib/libonnxruntime.so.1"
dpkg -x "$headers" "$work/headers"
cp -r "$work"/headers/usr/include/onnxruntime/. "$target/include/"
touch "$stamp"
