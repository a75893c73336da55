#!/usr/bin/env bash
# models/train/specks/make.sh OUT: draws, trains, exports; OUT/speck_network.onnx is the result.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=${1:?a folder for pieces and weights}
here=models/train/specks
mkdir -p "$out"

/usr/bin/python3 $here/draw_patches.py "$out/pieces.npz" --seed 100 --count 2500
/usr/bin/python3 $here/draw_patches.py "$out/held.npz" --seed 900 --count 100
"${PYTHON:-python3}" $here/train.py "$out/pieces.npz" "$out/held.npz" "$out/first.pt" --steps 3000
# Then with stamps that have darker edges, and on: they came later, and nothing learnt was to be lost.
"${PYTHON:-python3}" $here/train.py "$out/pieces.npz" "$out/held.npz" "$out/weights.pt" --steps 3200 --begin "$out/first.pt" --rims
"${PYTHON:-python3}" $here/export.py "$out/weights.pt" "$out/speck_network.onnx"
