// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a scan as a JPEG of a given size.
#pragma once

#include <string>

#include "engine/clean/pyramid.h"
#include "engine/page/geometry.h"

namespace wenlan {

// What of `part` lies outside `scan` is filled with paper, so that places inside the cut keep
// their proportion. width and height are those of the JPEG, from 1.
std::string jpeg_of(const ScanPart& scan, const Box<ScanSpace>& part, int width, int height);

}  // namespace wenlan
