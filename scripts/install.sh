#!/usr/bin/env bash
# Installs what is missing: Debian packages (root or sudo), OpenVINO and the models. Safe to run
# again; needs no network when everything is there. `install.sh --tests` adds what tests need.
set -euo pipefail
cd "$(dirname "$0")/.."

lists=(scripts/packages.txt)
[[ ${1:-} == --tests ]] && lists+=(scripts/packages-tests.txt)

mapfile -t wanted < <(sed 's/#.*//' "${lists[@]}" | awk 'NF {print $1}')
# Node may be there without Debian's package of it.
command -v node >/dev/null && command -v npm >/dev/null || wanted+=(nodejs npm)
missing=()
for package in "${wanted[@]}"; do
  dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done

if ((${#missing[@]} > 0)); then
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "These packages are missing; install them as root: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "installing ${#missing[@]} packages" >&2
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

scripts/fetch-openvino.sh
scripts/fetch-models.sh
