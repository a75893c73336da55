#!/usr/bin/env bash
# build.sh PRESET [TARGET…]: the web site, then the program. Quick when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift

web=index/web
if [[ ! -e $web/dist/index.html || -n $(find $web -newer $web/dist/index.html -type f \
      -not -path '*/node_modules/*' -not -path '*/dist/*' -print -quit) ]]; then
  [[ $web/node_modules/.package-lock.json -nt $web/package-lock.json ]] ||
    npm --prefix $web ci --no-audit --no-fund --loglevel=error
  npm --prefix $web run --silent build
fi

[[ -e build/$preset/build.ninja ]] || cmake --preset "$preset" >/dev/null
if (($# > 0)); then
  cmake --build "build/$preset" --target "$@"
else
  cmake --build "build/$preset"
fi
