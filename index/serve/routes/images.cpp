// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "engine/base/file.h"
#include "index/serve/cut_picture.h"
#include "index/serve/deep_zoom.h"
#include "index/serve/parameters.h"
#include "index/serve/picture_store.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

constexpr std::string_view kKeepADay = "public, max-age=86400";
constexpr int kHighestCut = 2000;
constexpr int kWidestCut = 4000;
constexpr int kKeptThumbnail = 320;  // the height the site asks for: kept on disk

// Part of every picture's entity tag: raised when pictures come out differently.
constexpr int kPicturesVersion = 1;

// What a picture is cut from.
struct PictureOfPage {
  std::string book;
  std::string page;
  ScanSource source;
  Size<ScanSpace> size;
  std::string etag;
};

Result<PictureOfPage> find_page(const ServedArchive& served,
                                const HttpRequest& request,
                                const PathParts& parts) {
  const auto facts = served.facts(parts[0], parts[1]);
  if (!facts) return fail(facts);
  if (!facts->scan || facts->size.width < 1 || facts->size.height < 1)
    return fail(ErrorCode::not_found, request.path);
  std::string what = fmt::format("{} {}", kPicturesVersion, stamp_of(*facts->scan));
  for (const std::string& segment : request.target.segments) what += "/" + segment;
  for (const auto& [name, value] : request.target.parameters) what += "&" + name + "=" + value;
  return PictureOfPage{parts[0], parts[1], *facts->scan, facts->size, etag_of(what)};
}

HttpResponse jpeg_response(const PictureOfPage& picture, std::string jpeg) {
  return {.content_type = "image/jpeg",
          .cache_control = std::string(kKeepADay),
          .etag = picture.etag,
          .body = std::move(jpeg)};
}

Box<ScanSpace> whole_of(Size<ScanSpace> size) {
  return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
}

struct CutSize {
  int width = 1;
  int height = 1;
};

// As high as asked, unless it would be too wide.
CutSize size_of_cut(const Box<ScanSpace>& part, int height) {
  const double width = height * double(part.width) / double(part.height);
  const double fits = std::min(1., kWidestCut / width);
  return {std::max(1, static_cast<int>(std::lround(width * fits))),
          std::max(1, static_cast<int>(std::lround(height * fits)))};
}

class ImageRoutes {
 public:
  ImageRoutes(const ServedArchive& served, PictureStore& pictures)
      : served_(served), pictures_(pictures) {}

  HttpResponse thumbnail(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse crop(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse description(const HttpRequest& request, const PathParts& parts) const;
  HttpResponse tile(const HttpRequest& request, const PathParts& parts) const;

 private:
  // A 304 or an error, or the JPEG that `make` cuts.
  template <class Make>
  HttpResponse answer(const HttpRequest& request, const PathParts& parts, Make make) const;
  Result<std::string> cut(const PictureOfPage& picture,
                          const Box<ScanSpace>& part,
                          CutSize size) const;
  Result<std::string> kept_thumbnail(const PictureOfPage& picture, CutSize size) const;

  const ServedArchive& served_;
  PictureStore& pictures_;
};

template <class Make>
HttpResponse ImageRoutes::answer(const HttpRequest& request,
                                 const PathParts& parts,
                                 Make make) const {
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (client_has(request, picture->etag))
    return not_modified(picture->etag, std::string(kKeepADay));
  auto jpeg = make(*picture);
  if (!jpeg) return error_response(request, jpeg.error());
  return jpeg_response(*picture, *std::move(jpeg));
}

Result<std::string> ImageRoutes::cut(const PictureOfPage& picture,
                                     const Box<ScanSpace>& part,
                                     CutSize size) const {
  const double detail = size.height / double(part.height);
  const auto scan = pictures_.picture(picture.source, picture.size, detail);
  if (!scan) return fail(scan);
  return jpeg_of(**scan, part, size.width, size.height);
}

// Lists of books and pages show many of these at once. One that cannot be kept (a full disk, an
// archive on a medium for reading only) is served all the same.
Result<std::string> ImageRoutes::kept_thumbnail(const PictureOfPage& picture, CutSize size) const {
  const auto file =
      served_.archive().derived_folder(picture.book) / "thumbnails" /
      fmt::format("{}-{}.jpg", picture.page, etag_of(stamp_of(picture.source)).substr(1, 12));
  if (auto kept = read_file(file)) return kept;
  auto jpeg = cut(picture, whole_of(picture.size), size);
  if (jpeg) static_cast<void>(write_file_atomically(file, *jpeg));
  return jpeg;
}

HttpResponse ImageRoutes::thumbnail(const HttpRequest& request, const PathParts& parts) const {
  Parameters parameters(request.target);
  const int height = parameters.number("height", kKeptThumbnail, {16, 1200});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  return answer(request, parts, [&](const PictureOfPage& picture) {
    const Box<ScanSpace> whole = whole_of(picture.size);
    const CutSize size = size_of_cut(whole, height);
    return height == kKeptThumbnail ? kept_thumbnail(picture, size) : cut(picture, whole, size);
  });
}

HttpResponse ImageRoutes::crop(const HttpRequest& request, const PathParts& parts) const {
  Parameters parameters(request.target);
  const Box<ScanSpace> box = parameters.box("box");
  const int own_height = static_cast<int>(std::clamp(box.height, 16.F, float{kHighestCut}));
  const int height = parameters.number("height", own_height, {16, kHighestCut});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (intersected(box, whole_of(picture->size)).empty())
    return error_response(request, wrong_parameter("box", "outside the scan").value());
  return answer(request, parts, [&](const PictureOfPage& found) {
    return cut(found, box, size_of_cut(box, height));
  });
}

HttpResponse ImageRoutes::description(const HttpRequest& request, const PathParts& parts) const {
  const auto picture = find_page(served_, request, parts);
  if (!picture) return error_response(request, picture.error());
  if (client_has(request, picture->etag))
    return not_modified(picture->etag, std::string(kKeepADay));
  return {.content_type = "application/xml; charset=utf-8",
          .cache_control = std::string(kKeepADay),
          .etag = picture->etag,
          .body = deep_zoom_description(picture->size)};
}

HttpResponse ImageRoutes::tile(const HttpRequest& request, const PathParts& parts) const {
  const auto level = parse_tile_name("0_" + parts[2] + ".jpg");
  const auto position = parse_tile_name(parts[3]);
  const Error no_tile{ErrorCode::not_found, request.path, {}};
  if (!level || !position) return error_response(request, no_tile);
  return answer(request, parts, [&](const PictureOfPage& picture) -> Result<std::string> {
    const auto tile = tile_at(picture.size, level->row, position->column, position->row);
    if (!tile) return tl::unexpected(no_tile);
    const auto scan = pictures_.picture(picture.source, picture.size, tile->detail);
    if (!scan) return fail(scan);
    return jpeg_of(**scan, tile->part, tile->width, tile->height);
  });
}

}  // namespace

std::vector<Route> image_routes(const ServedArchive& served, PictureStore& pictures) {
  const auto images = std::make_shared<const ImageRoutes>(served, pictures);  // shared by the four
  using Method = HttpResponse (ImageRoutes::*)(const HttpRequest&, const PathParts&) const;
  const auto route = [&](std::string pattern, std::string help, Method method) {
    return Route{.pattern = std::move(pattern),
                 .help = std::move(help),
                 .work = Work::pictures,
                 .answer = [images, method](const HttpRequest& request, const PathParts& parts) {
                   return ((*images).*method)(request, parts);
                 }};
  };
  return {route("/images/{book}/{page}/thumbnail.jpg",
                "The whole scan, small: height",
                &ImageRoutes::thumbnail),
          route("/images/{book}/{page}/crop.jpg",
                "A part of the scan: box=x,y,width,height, height",
                &ImageRoutes::crop),
          route("/images/{book}/{page}/tiles.dzi", "Deep Zoom", &ImageRoutes::description),
          route("/images/{book}/{page}/tiles_files/{level}/{tile}",
                "A tile of Deep Zoom",
                &ImageRoutes::tile)};
}

}  // namespace wenlan
