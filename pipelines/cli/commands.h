// SPDX-License-Identifier: GPL-3.0-or-later
// The sub-commands of `wenlan`. Each function adds one to the program; when it was chosen and has
// run, `status` holds the exit status.
#pragma once

namespace CLI {
class App;
}

namespace wenlan {

class Context;

void add_init_command(CLI::App& program, const Context& context, int& status);
void add_add_command(CLI::App& program, const Context& context, int& status);
void add_run_command(CLI::App& program, const Context& context, int& status);
void add_index_command(CLI::App& program, const Context& context, int& status);
void add_search_command(CLI::App& program, const Context& context, int& status);
void add_serve_command(CLI::App& program, const Context& context, int& status);
void add_read_command(CLI::App& program, const Context& context, int& status);
void add_order_command(CLI::App& program, const Context& context, int& status);
void add_export_command(CLI::App& program, const Context& context, int& status);
void add_report_command(CLI::App& program, const Context& context, int& status);
void add_evaluate_command(CLI::App& program, const Context& context, int& status);
void add_ledger_command(CLI::App& program, const Context& context, int& status);
void add_doctor_command(CLI::App& program, const Context& context, int& status);

}  // namespace wenlan
