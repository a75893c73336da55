# SPDX-License-Identifier: GPL-3.0-or-later
"""python models/train/segmentation/export.py WEIGHTS.pt OUT.onnx

Writes the network with what makes its maps probabilities: picture (1, 3, H, W), H and W multiples of 32, to maps
(1, channels, H/2, W/2), first those of labels.SEEN, then those of labels.WRITING, which sum up to 1."""

import argparse

import onnx
import torch

import labels
from network import PageNetwork


ALONE = len(labels.SEEN)
NAMES = (*labels.SEEN, *labels.WRITING)


class WithShares(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, picture):
        seen = self.network(picture)
        return torch.cat([torch.sigmoid(seen[:, :ALONE]), torch.softmax(seen[:, ALONE:], 1)], 1)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("out")
    options = parser.parse_args()
    network = PageNetwork(len(NAMES))
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    torch.onnx.export(
        WithShares(network), (torch.zeros(1, 3, 640, 448),), options.out, input_names=["picture"],
        output_names=["maps"], dynamic_axes={"picture": {2: "height", 3: "width"}, "maps": {2: "rows", 3: "columns"}},
        opset_version=17, dynamo=False,
    )
    model = onnx.load(options.out)
    for key, value in (("channels", " ".join(NAMES)), ("licence", "GPL-3.0-or-later")):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, value
    onnx.save(model, options.out)


if __name__ == "__main__":
    main()
