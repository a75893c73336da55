#!/usr/bin/env bash
# Lays OpenVINO out under build/deps/openvino, from its pinned PyPI wheel: the headers, the library,
# what runs on processors and what reads ONNX. Safe to run again.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly target=build/deps/openvino
readonly wheel_version=2026.4.1
readonly wheel_sha256=2d22b1da03f7caf74df30e9f6417d0ab2f637e4a38e08e1dcd294d2c37407aaf
readonly stamp="$target/.complete-$wheel_version"

[[ -e $stamp ]] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m pip download --quiet --no-deps --only-binary=:all: --dest "$work" \
  --python-version 3.11 --platform manylinux_2_28_x86_64 "openvino==$wheel_version"
wheel=$(echo "$work"/openvino-*.whl)
echo "$wheel_sha256  $wheel" | sha256sum --check --quiet

unzip -q "$wheel" 'openvino/include/openvino/*' 'openvino/libs/libopenvino.so.*' \
  openvino/libs/libopenvino_intel_cpu_plugin.so 'openvino/libs/libopenvino_onnx_frontend.so.*' \
  '*.dist-info/licenses/*' -x 'openvino/include/openvino/c/*' -d "$work"
rm -rf "$target"
mkdir -p "$target/include"
mv "$work/openvino/include/openvino" "$target/include/"
mv "$work/openvino/libs" "$target/lib"
mv "$work"/openvino-*.dist-info/licenses "$target/licenses"
touch "$stamp"
