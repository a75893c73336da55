// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/export_book.h"

#include "engine/base/file.h"
#include "engine/base/stop.h"

namespace wenlan {

Result<int> export_book(const Archive& archive,
                        const ExportRequest& request,
                        std::stop_token stop) {
  if (const auto book = archive.book(request.book); !book) return fail(book);
  const auto pages = archive.page_ids(request.book);
  if (!pages) return fail(pages);
  if (pages->empty())
    return fail(ErrorCode::not_found,
                request.book,
                "no page of this book has been read; run: wenlan run ARCHIVE");
  for (const std::string& id : *pages) {
    if (auto going = unless_stopped(stop); !going) return fail(going);
    const auto page = archive.page(request.book, id);
    if (!page) return fail(page);
    const auto file = request.out / (id + std::string(ending_of(request.format)));
    if (auto written =
            write_file_atomically(file, written_as(request.format, *page, request.notes));
        !written)
      return fail(written);
  }
  return static_cast<int>(pages->size());
}

}  // namespace wenlan
