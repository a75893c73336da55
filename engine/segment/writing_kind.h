// SPDX-License-Identifier: GPL-3.0-or-later
// What writing looks like, by its size and by what stands around it.
#pragma once

namespace wenlan {

// `margin`: head notes and notes beside the text.
enum class WritingKind { text, note, fold_strip, margin };

}  // namespace wenlan
