# SPDX-License-Identifier: GPL-3.0-or-later
"""python models/train/specks/export.py WEIGHTS.pt OUT.onnx

Writes the network: ink (1, 1, H, W), 0 paper to 1 black, H and W multiples of 8, to writing, of the same shape."""

import argparse

import onnx
import torch

from network import SpeckNetwork


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("out")
    options = parser.parse_args()
    network = SpeckNetwork()
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    sizes = {2: "height", 3: "width"}
    torch.onnx.export(
        torch.nn.Sequential(network, torch.nn.Sigmoid()), (torch.zeros(1, 1, 320, 256),), options.out,
        input_names=["ink"], output_names=["writing"], dynamic_axes={"ink": sizes, "writing": sizes},
        opset_version=17, dynamo=False,
    )
    model = onnx.load(options.out)
    entry = model.metadata_props.add()
    entry.key, entry.value = "licence", "GPL-3.0-or-later"
    onnx.save(model, options.out)


if __name__ == "__main__":
    main()
