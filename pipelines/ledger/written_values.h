// SPDX-License-Identifier: GPL-3.0-or-later
// Lists as they stand in one field of the ledger.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pipelines/ledger/ledger_entry.h"
#include "pipelines/workflow.h"

namespace wenlan {

// Equal workflows give equal text.
std::string text_of(const Workflow& workflow);
// Empty where the text is none of ours.
Workflow workflow_from(std::string_view text);

// "load 12 clean 150"
std::string text_of(const std::vector<StepTime>& times);
std::vector<StepTime> times_from(const std::string& text);

// "52.5 26"
std::string text_of(const std::vector<float>& pitches);
std::vector<float> pitches_from(const std::string& text);

}  // namespace wenlan
