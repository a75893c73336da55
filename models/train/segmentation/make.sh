#!/usr/bin/env bash
# models/train/segmentation/make.sh OUT: draws, trains, exports; OUT/page_network.onnx is the result.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=${1:?a folder for pages and weights}
here=models/train/segmentation
export PYTHONPATH=.

for seed in $(seq 100 114); do
  /usr/bin/python3 $here/draw_pages.py "$out/pages" --seed "$seed" --count 36
  [[ $seed == 102 ]] && continue
  /usr/bin/python3 $here/draw_pages.py "$out/pages" --seed "$seed" --count 16 --kind gazetteer
  ((seed % 2)) && continue
  for kind in genealogy newspaper modern; do
    /usr/bin/python3 $here/draw_pages.py "$out/pages" --seed "$seed" --count 16 --kind "$kind"
  done
done
/usr/bin/python3 $here/draw_pages.py "$out/held" --seed 900 --count 18
for kind in gazetteer genealogy newspaper modern; do
  /usr/bin/python3 $here/draw_pages.py "$out/held" --seed 900 --count 12 --kind "$kind"
done
"${PYTHON:-python3}" $here/train.py "$out/pages" "$out/held" "$out/first.pt" --steps 4500

# Then with pages stamped over in black, and on: they came later, and nothing learnt was to be lost.
for seed in $(seq 200 207); do
  /usr/bin/python3 $here/draw_pages.py "$out/pages" --seed "$seed" --count 36 --kind stamped
done
"${PYTHON:-python3}" $here/train.py "$out/pages" "$out/held" "$out/weights.pt" --steps 1750 --begin "$out/first.pt"
"${PYTHON:-python3}" $here/export.py "$out/weights.pt" "$out/page_network.onnx"
