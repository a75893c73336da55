#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes clusters.tsv: characters and character pairs grouped by the company they keep.

    learn_clusters.py CORPUS_FOLDER engine/base/variants_table.inc OUT

Each character (pair) is described by the positive pointwise mutual information with the characters
around it, brought down to DIMENSIONS by a truncated singular value decomposition, and grouped by
k-means on the unit sphere; the fine groups are grouped once more into coarse ones. The text is
counted twice, with punctuation and without. Seeds are fixed.
"""

import re
import sys

import numpy as np
import scipy.sparse as sparse

from corpus_text import code_points, modern_edition, old_edition

SEED = 20
DIMENSIONS = 100
LEAST_CHARACTER, LEAST_PAIR = 30, 60  # occurrences
CHARACTER_GROUPS = (400, 80)  # fine, coarse
PAIR_GROUPS = (1200, 200)
OLD_EDITION_WEIGHT = 3  # the old edition is small and nearest to what is read from scans


def fold_map(variants_table):
    """The representative of every code point, as fold_variant() gives it."""
    table = np.arange(0x110000, dtype=np.uint32)
    with open(variants_table, encoding="utf-8") as stream:
        for form, representative in re.findall(r"\{(0x[0-9A-F]+), (0x[0-9A-F]+)\}", stream.read()):
            table[int(form, 16)] = int(representative, 16)
    return table


def is_han(codes):
    return ((codes >= 0x3400) & (codes < 0xA000)) | (codes >= 0x20000)


def matrix_of(rows, columns, weights, shape):
    matrix = sparse.coo_matrix((weights, (rows, columns)), shape=shape, dtype=np.float32).tocsr()
    matrix.sum_duplicates()
    return matrix


def information(counts, smoothing=0.75):
    """Positive pointwise mutual information, context counts smoothed."""
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** smoothing
    columns /= columns.sum()
    coo = counts.tocoo()
    value = np.log(coo.data / (rows[coo.row] * columns[coo.col]))
    kept = value > 0
    return sparse.csr_matrix((value[kept].astype(np.float32), (coo.row[kept], coo.col[kept])), shape=counts.shape)


def vectors_of(matrix):
    random = np.random.default_rng(SEED)
    basis = matrix @ random.standard_normal((matrix.shape[1], DIMENSIONS + 20), dtype=np.float32)
    for _ in range(3):
        basis = np.linalg.qr(basis)[0]
        basis = matrix @ (matrix.T @ basis)
    basis = np.linalg.qr(basis)[0]
    left, strength, _ = np.linalg.svd(np.asarray((matrix.T @ basis).T), full_matrices=False)
    found = (basis @ left)[:, :DIMENSIONS] * np.sqrt(strength[:DIMENSIONS])
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def groups_of(vectors, count, rounds=25):
    random = np.random.default_rng(SEED)
    centers = vectors[random.choice(len(vectors), count, replace=False)]
    for _ in range(rounds):
        nearest = np.concatenate([np.argmax(part @ centers.T, axis=1)
                                  for part in np.array_split(vectors, 1 + len(vectors) // 20000)])
        sums = np.zeros_like(centers)
        np.add.at(sums, nearest, vectors)
        length = np.linalg.norm(sums, axis=1, keepdims=True)
        centers = np.where(length > 0, sums / np.maximum(length, 1e-9), centers)
    return nearest, centers


def nested_groups(vectors, counts):
    fine, centers = groups_of(vectors, counts[0])
    coarse, _ = groups_of(centers, counts[1])
    return coarse[fine], fine


def texts_of(corpus, folds):
    """(weight, folded code points) of each text to count."""
    for weight, text in ((1, modern_edition(corpus)), (OLD_EDITION_WEIGHT, old_edition(corpus))):
        codes = folds[np.minimum(code_points(text), 0x10FFFF)]
        yield weight, codes
        if weight == 1:
            yield weight, codes[is_han(codes)]


def ids_of(texts):
    counts = sum(np.bincount(codes, minlength=0x110000) * weight for weight, codes in texts)
    counts[ord("\n")] = 0
    known = np.flatnonzero(counts >= LEAST_CHARACTER)
    ids = np.full(0x110000, 0, dtype=np.int64)  # 0: any other character
    ids[known] = 1 + np.arange(len(known))
    return known, ids


def character_vectors(sequences, size):
    blocks = []
    for step in (-2, -1, 1, 2):
        block = 0
        for weight, ids in sequences:
            first, second = (ids[-step:], ids[:step]) if step < 0 else (ids[:-step], ids[step:])
            pairs = np.bincount(first * size + second, minlength=size * size).astype(np.float32)
            block = block + weight * sparse.csr_matrix(pairs.reshape(size, size))
        blocks.append(block)
    return vectors_of(information(sparse.hstack(blocks).tocsr()[1:]))


def pair_vectors(sequences, size, han):
    counts = sum(weight * np.bincount(ids[:-1] * size + ids[1:], minlength=size * size) for weight, ids in sequences)
    counts[~(han[np.arange(size * size) // size] & han[np.arange(size * size) % size])] = 0
    known = np.flatnonzero(counts >= LEAST_PAIR)
    number = np.full(size * size, -1, dtype=np.int32)
    number[known] = np.arange(len(known), dtype=np.int32)
    total = sparse.csr_matrix((len(known), 2 * size), dtype=np.float32)
    for weight, ids in sequences:
        for part in np.array_split(np.arange(1, len(ids) - 2), 1 + len(ids) // 20_000_000):
            pair = number[ids[part] * size + ids[part + 1]]
            kept = pair >= 0
            rows = np.concatenate([pair[kept], pair[kept]])
            columns = np.concatenate([ids[part - 1][kept], size + ids[part + 2][kept]])
            total = total + matrix_of(rows, columns, np.full(len(rows), weight, np.float32), total.shape)
    return known, vectors_of(information(total))


def write_groups(stream, length, members, coarse, fine):
    for group in range(fine.max() + 1):
        inside = [member for member, number in zip(members, fine) if number == group]
        if inside:
            stream.write(f"{length}\t{coarse[np.argmax(fine == group)]}\t{group}\t{''.join(inside)}\n")


def main(corpus, variants_table, out):
    texts = list(texts_of(corpus, fold_map(variants_table)))
    known, ids = ids_of(texts)
    sequences = [(weight, ids[codes]) for weight, codes in texts]
    size = len(known) + 1
    print(f"{size} characters", flush=True)
    with open(out, "w", encoding="utf-8") as stream:
        stream.write("# length in characters, coarse group, fine group, members.\n"
                     "# Made by models/train/tagger/learn_clusters.py.\n")
        written = [chr(code) for code in known]
        write_groups(stream, 1, written, *nested_groups(character_vectors(sequences, size), CHARACTER_GROUPS))
        print("characters done", flush=True)
        pairs, vectors = pair_vectors(sequences, size, np.concatenate([[False], is_han(known)]))
        print(f"{len(pairs)} pairs", flush=True)
        write_groups(stream, 2, [written[p // size - 1] + written[p % size - 1] for p in pairs],
                     *nested_groups(vectors, PAIR_GROUPS))


if __name__ == "__main__":
    main(*sys.argv[1:])
