// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/workflow.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

const Workflow kWanted{{"load", "1", "a", ""}, {"clean", "4", "b", ""}, {"tag", "2", "c", "m"}};

TEST(Workflow, NothingIsToDoAfterTheSameSteps) {
  EXPECT_EQ(first_step_to_do(kWanted, kWanted), kWanted.size());
}

TEST(Workflow, OptionVersionAndModelEachChangeTheirStep) {
  for (std::string Step::*field : {&Step::version, &Step::options_digest, &Step::model}) {
    Workflow done = kWanted;
    done[1].*field = "other";
    EXPECT_EQ(first_step_to_do(done, kWanted), 1U);
  }
}

TEST(Workflow, StepsThatAreMissingAreToDo) {
  EXPECT_EQ(first_step_to_do({}, kWanted), 0U);
  EXPECT_EQ(first_step_to_do({kWanted[0], kWanted[1]}, kWanted), 2U);
}

}  // namespace
}  // namespace wenlan
