# SPDX-License-Identifier: GPL-3.0-or-later
"""python models/train/specks/train.py PIECES.npz HELD.npz OUT.pt [--steps N] [--begin WEIGHTS.pt] [--rims]

Trains network.py to take the specks of specks.py out of the pieces of draw_patches.py, seen as the recogniser sees lines, reduced
to characters of 26 to 60 pixels. Tells every few hundred steps how much of the error it takes away on held pieces; keeps
the running mean of the weights in OUT.pt."""

import argparse
import copy
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
from torch.nn import functional

import specks
from network import SpeckNetwork

BATCH, SIDE = 8, 128
PEAK_RATE = 4e-3
KEPT = 0.995  # of the running mean of weights, each step
CHECK_EVERY = 250
CLEAN_SHARE = 0.1  # of the pieces have no stamp
STROKE_WEIGHT = 2.0  # a stroke lost is worse than a speck left


def reduced(bits):
    """A square of bits as a picture of SIDE pixels, 0 to 1."""
    return functional.adaptive_avg_pool2d(torch.from_numpy(bits.astype(np.float32))[None, None], SIDE)[0]


def example(pieces, rng, rims):
    piece = np.unpackbits(pieces[rng.integers(len(pieces))], axis=1).astype(bool)
    side = int(SIDE * rng.uniform(1.0, 2.6))
    x, y = rng.integers(0, piece.shape[0] - side + 1, 2)
    text = piece[y:y + side, x:x + side]
    seen = text if rng.random() < CLEAN_SHARE else specks.stamped(text, rng, rims)
    return reduced(seen), reduced(text)


def batch_of(path, seed, rims):
    torch.set_num_threads(1)
    pieces = batch_of.__dict__.setdefault(path, np.load(path)["bits"])
    rng = np.random.default_rng(seed)
    return tuple(torch.stack(part).numpy() for part in zip(*(example(pieces, rng, rims) for _ in range(BATCH))))


def batches(path, steps, rims, ahead=6):
    """One batch a step, drawn by another process while the network learns."""
    with ProcessPoolExecutor(1) as drawer:
        waiting = [drawer.submit(batch_of, path, (1, step), rims) for step in range(min(ahead, steps))]
        for step in range(steps):
            if step + ahead < steps:
                waiting.append(drawer.submit(batch_of, path, (1, step + ahead), rims))
            yield tuple(torch.from_numpy(part) for part in waiting.pop(0).result())


def loss_of(logits, target):
    weight = 1 + STROKE_WEIGHT * target
    return functional.binary_cross_entropy_with_logits(logits, target, weight)


@torch.no_grad()
def check(network, held):
    """Mean difference from the clean pieces, of what came in and of what comes out."""
    network.eval()
    seen = torch.cat([pair[0] for pair in held])
    clean = torch.cat([pair[1] for pair in held])
    return (seen - clean).abs().mean().item(), (torch.sigmoid(network(seen)) - clean).abs().mean().item()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pieces")
    parser.add_argument("held")
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--begin")
    parser.add_argument("--rims", action="store_true", help="stamps with darker edges among the others")
    options = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    network = SpeckNetwork().to(memory_format=torch.channels_last)
    if options.begin:
        network.load_state_dict(torch.load(options.begin))
    kept = copy.deepcopy(network)
    held = [tuple(torch.from_numpy(part) for part in batch_of(options.held, (2, i), options.rims)) for i in range(8)]
    optimizer = torch.optim.AdamW(network.parameters(), PEAK_RATE, weight_decay=1e-4)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, PEAK_RATE, options.steps, pct_start=0.1)
    begun = time.time()
    for step, (seen, clean) in enumerate(batches(options.pieces, options.steps, options.rims), 1):
        network.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(seen.contiguous(memory_format=torch.channels_last))
        loss = loss_of(logits.float(), clean)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        share = min(KEPT, step / (step + 10))
        for mean, now in zip(kept.state_dict().values(), network.state_dict().values()):
            mean.mul_(share).add_(now, alpha=1 - share) if mean.is_floating_point() else mean.copy_(now)
        if step % CHECK_EVERY == 0 or step == options.steps:
            before, after = check(kept, held)
            print(f"{step} loss {loss.item():.4f} held {before:.4f} -> {after:.4f} {time.time() - begun:.0f} s", flush=True)
            torch.save(kept.state_dict(), options.out)


if __name__ == "__main__":
    main()
