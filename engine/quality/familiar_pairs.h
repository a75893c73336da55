// SPDX-License-Identifier: GPL-3.0-or-later
// Which two characters stand together in old texts.
#pragma once

namespace wenlan {

// Does `second` follow `first` in old texts more often than chance would have it? Both in any
// written form. About one strange pair in nine is taken for familiar, no familiar one for strange
// (models/cards/familiar-pairs.md). Any thread.
bool is_familiar_pair(char32_t first, char32_t second);

}  // namespace wenlan
