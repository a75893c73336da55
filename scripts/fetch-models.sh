#!/usr/bin/env bash
# Fetches the third-party models of models/manifest.json into models/fetched/, each checked against
# its SHA-256. Safe to run again: what is there and right is not fetched anew.
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/fetch_models.py models/manifest.json models
