// SPDX-License-Identifier: GPL-3.0-or-later
// The chain of pictures in a TIFF, read without decoding any.
#pragma once

#include <vector>

#include "engine/clean/open_scan.h"

namespace wenlan {

// Numbers (from 0, in file order) of the directories that are pictures of their own: thumbnails
// and other reduced copies are left out. A chain that is cut off ends with the number of the
// directory that is missing, so that what the file lost is tried, fails and is told. Never empty.
std::vector<int> tiff_pictures(const OpenScan& scan);

}  // namespace wenlan
