// SPDX-License-Identifier: GPL-3.0-or-later
// The routes by group. What they are given must outlive them.
#pragma once

#include <vector>

#include "index/serve/router.h"

namespace wenlan {

class FaceStore;
class LargeScans;
class PictureStore;
class ServedArchive;
class WebSite;

std::vector<Route> search_routes(const ServedArchive& served);
std::vector<Route> book_routes(const ServedArchive& served);
std::vector<Route> page_routes(const ServedArchive& served);
std::vector<Route> subject_routes(const ServedArchive& served);
std::vector<Route> health_routes(const ServedArchive& served);
std::vector<Route> image_routes(const ServedArchive& served,
                                PictureStore& pictures,
                                LargeScans& large);
std::vector<Route> face_routes(const FaceStore& faces);
// Takes every address nobody else has: it must come last.
std::vector<Route> site_routes(const WebSite& site);

}  // namespace wenlan
