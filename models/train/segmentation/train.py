# SPDX-License-Identifier: GPL-3.0-or-later
"""python models/train/segmentation/train.py PAGES CHECK OUT.pt [--steps N] [--begin WEIGHTS.pt]

Trains on the pages of draw_pages.py in folder PAGES, tells every few hundred steps how well those in CHECK are seen, and
keeps the mean of the last weights in OUT.pt. The same steps, pages and versions give the same weights on one thread."""

import argparse
import copy
import time
from concurrent.futures import ProcessPoolExecutor

import numpy as np
import torch
from torch.nn import functional

import crops
import labels
from network import PageNetwork

BATCH = 8
PEAK_RATE = 3e-3
KEPT = 0.99  # of the running mean of weights, each step
CHECK_EVERY = 250
ALONE = len(labels.SEEN)
KINDS = range(len(labels.WRITING))
KIND_WEIGHTS = torch.tensor((1.0, 1.0, 4.0, 4.0))  # fold strips and margins are short


def drawn_batch(names, seed):
    """Pictures and maps as bits; of the seed alone."""
    rng = np.random.default_rng(seed)
    pairs = [crops.random_crop(names[rng.integers(len(names))], rng) for _ in range(BATCH)]
    return tuple(np.stack(part) for part in zip(*pairs))


def tensors_of(batch):
    pictures, maps = batch
    seen, kind = crops.as_target(maps)
    return torch.from_numpy(crops.as_input(pictures)), torch.from_numpy(seen), torch.from_numpy(kind)


def batches(names, steps, ahead=6):
    """One batch a step, cut by another process while the network learns."""
    with ProcessPoolExecutor(1) as cutter:
        waiting = [cutter.submit(drawn_batch, names, (1, step)) for step in range(min(ahead, steps))]
        for step in range(steps):
            if step + ahead < steps:
                waiting.append(cutter.submit(drawn_batch, names, (1, step + ahead)))
            yield tensors_of(waiting.pop(0).result())


def loss_of(logits, target, kind):
    """What is seen: pixel by pixel, and by what found and true pixels share (Dice), each channel alike. Which writing it
    is counts where there is writing."""
    seen = logits[:, :ALONE]
    pixels = functional.binary_cross_entropy_with_logits(seen, target)
    found = torch.sigmoid(seen)
    shared = (found * target).sum((0, 2, 3))
    both = found.sum((0, 2, 3)) + target.sum((0, 2, 3))
    kinds = functional.cross_entropy(logits[:, ALONE:], kind, KIND_WEIGHTS, ignore_index=-1)
    return 4 * pixels + (1 - (2 * shared + 50) / (both + 50)).mean() + 0.5 * kinds


@torch.no_grad()
def check(network, batches):
    """F1 of the pixels of each channel, and of each kind of writing among true writing."""
    network.eval()
    shared = both = 0
    for pictures, target, kind in batches:
        logits = network(pictures)
        guessed = logits[:, ALONE:].argmax(1)
        found = [(logits[:, :ALONE] > 0).float(), *((guessed == i)[:, None] * (kind >= 0)[:, None].float() for i in KINDS)]
        true = [target, *((kind == i)[:, None].float() for i in KINDS)]
        found, true = torch.cat(found, 1), torch.cat(true, 1)
        shared = shared + (found * true).sum((0, 2, 3))
        both = both + found.sum((0, 2, 3)) + true.sum((0, 2, 3))
    names = (*labels.SEEN, *labels.WRITING)
    return {name: round(float(value), 3) for name, value in zip(names, 2 * shared / both)}


def train(names, held, steps, out, begin):
    torch.manual_seed(1)
    network = PageNetwork(ALONE + len(KINDS)).to(memory_format=torch.channels_last)
    if begin:
        network.load_state_dict(torch.load(begin))
    mean = copy.deepcopy(network)
    peak = PEAK_RATE / 2 if begin else PEAK_RATE
    optimiser = torch.optim.AdamW(network.parameters(), lr=peak, weight_decay=1e-3)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, total_steps=steps, pct_start=0.1)
    held_batches = [tensors_of(drawn_batch(held, (2, i))) for i in range(6)]
    begun, total = time.monotonic(), 0.0
    for step, (pictures, target, kind) in enumerate(batches(names, steps), 1):
        network.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(pictures.to(memory_format=torch.channels_last))
        loss = loss_of(logits.float(), target, kind)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5)
        optimiser.step()
        pace.step()
        follow(mean, network, min(KEPT, step / (step + 10)))
        total += loss.item()
        if step % CHECK_EVERY == 0 or step == steps:
            seen = check(mean, held_batches)
            print(f"step {step} loss {total / CHECK_EVERY:.3f} {time.monotonic() - begun:.0f} s {seen}", flush=True)
            total = 0.0
            torch.save(mean.state_dict(), out)


@torch.no_grad()
def follow(mean, network, kept):
    for old, new in zip(mean.state_dict().values(), network.state_dict().values()):
        if old.is_floating_point():
            old.lerp_(new, 1 - kept)
        else:
            old.copy_(new)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pages")
    parser.add_argument("check")
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, default=4500)
    parser.add_argument("--begin", help="weights to go on from")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    train(crops.names_in(options.pages), crops.names_in(options.check), options.steps, options.out, options.begin)


if __name__ == "__main__":
    main()
