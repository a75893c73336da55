// SPDX-License-Identifier: GPL-3.0-or-later
// hOCR 1.2: HTML with ocr_page, ocr_carea, ocr_par, ocr_line, ocrx_word and ocrx_cinfo.
#pragma once

#include <string>

#include "engine/page/page.h"

namespace wenlan {

// Well-formed XHTML. Boxes in whole scan pixels, x_wconf 0..100, vertical lines with their writing
// mode in the style. Equal pages give equal bytes.
std::string to_hocr(const Page& page);

}  // namespace wenlan
