// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a scan as a JPEG of a given size.
#pragma once

#include <string>

#include "engine/clean/load_scan.h"
#include "engine/page/geometry.h"

namespace wenlan {

// What of `part` lies outside the scan is filled with paper, so that places inside the cut keep
// their proportion. width and height are those of the JPEG, from 1.
std::string jpeg_of(const ScanImage& scan, const Box<ScanSpace>& part, int width, int height);

}  // namespace wenlan
