// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/error.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace wenlan {
namespace {

using enum ErrorCode;

constexpr std::array kErrorKinds{
    ErrorKind{usage, "usage", 2, 400, "is not understood", "無法理解", "see --help", "請看 --help"},
    ErrorKind{
        not_found, "not_found", 1, 404, "does not exist", "不存在", "check the name", "請檢查名稱"},
    ErrorKind{no_permission,
              "no_permission",
              1,
              403,
              "cannot be opened: permission denied",
              "沒有讀寫權限",
              "change its permissions or run as its owner",
              "請修改權限或換用有權限的使用者"},
    ErrorKind{not_a_file,
              "not_a_file",
              1,
              400,
              "is not a regular file",
              "不是一般檔案",
              "give the image files themselves",
              "請指定影像檔本身"},
    ErrorKind{empty_file,
              "empty_file",
              1,
              422,
              "is empty (zero bytes)",
              "是空檔案（零位元組）",
              "copy it again from where it was scanned",
              "請從原處重新複製"},
    ErrorKind{unknown_format,
              "unknown_format",
              1,
              415,
              "is not an image Wenlan can read",
              "不是文瀾能讀的影像",
              "convert it to TIFF, JPEG, PNG, JPEG 2000, WebP, BMP or PDF",
              "請轉成 TIFF、JPEG、PNG、JPEG 2000、WebP、BMP 或 PDF"},
    ErrorKind{damaged_file,
              "damaged_file",
              1,
              422,
              "is damaged or cut off",
              "已損壞或不完整",
              "copy or scan it again",
              "請重新複製或重新掃描"},
    ErrorKind{encrypted_file,
              "encrypted_file",
              1,
              422,
              "is encrypted",
              "已加密",
              "remove the password and add it again",
              "請先解除密碼再加入"},
    ErrorKind{image_too_small,
              "image_too_small",
              1,
              422,
              "has too few pixels to hold a character",
              "像素太少，容不下一個字",
              "scan it at 200 dpi or more",
              "請以 200 dpi 以上重新掃描"},
    ErrorKind{image_too_large,
              "image_too_large",
              1,
              422,
              "has more pixels than the limit",
              "像素超過上限",
              "reduce it, or raise the limit on pixels",
              "請縮小影像或提高像素上限"},
    ErrorKind{disk_full,
              "disk_full",
              1,
              507,
              "cannot be written: the disk is full",
              "寫入失敗：磁碟已滿",
              "free some space and run the same command again",
              "請騰出空間後重新執行同一指令"},
    ErrorKind{io_failed,
              "io_failed",
              1,
              500,
              "cannot be read or written",
              "讀寫失敗",
              "check the disk and try again",
              "請檢查磁碟後再試"},
    ErrorKind{missing_model,
              "missing_model",
              1,
              500,
              "is a model that is not installed",
              "模型尚未安裝",
              "run scripts/fetch-models.sh",
              "請執行 scripts/fetch-models.sh"},
    ErrorKind{wrong_model,
              "wrong_model",
              1,
              500,
              "is not the model the manifest names (SHA-256 differs)",
              "與模型清單不符（SHA-256 不同）",
              "run scripts/fetch-models.sh to fetch it anew",
              "請執行 scripts/fetch-models.sh 重新下載"},
    ErrorKind{model_failed,
              "model_failed",
              1,
              500,
              "could not be recognised by the model",
              "模型辨識失敗",
              "report the page; the others are not affected",
              "請回報此頁；其他頁不受影響"},
    ErrorKind{not_an_archive,
              "not_an_archive",
              1,
              404,
              "is not a Wenlan archive",
              "不是文瀾的庫",
              "make one with: wenlan init ARCHIVE",
              "請先執行：wenlan init ARCHIVE"},
    ErrorKind{archive_too_new,
              "archive_too_new",
              1,
              500,
              "was made by a newer Wenlan",
              "由較新版本的文瀾建立",
              "update this program",
              "請更新本程式"},
    ErrorKind{already_exists,
              "already_exists",
              1,
              409,
              "exists already",
              "已存在",
              "choose another name",
              "請換一個名稱"},
    ErrorKind{busy,
              "busy",
              1,
              503,
              "is in use by another process",
              "正由另一程序使用",
              "wait for it to end and try again",
              "請等它結束後再試"},
    ErrorKind{port_in_use,
              "port_in_use",
              1,
              500,
              "is a port another program listens on",
              "埠號已被占用",
              "choose another with --port",
              "請用 --port 換一個"},
    ErrorKind{missing_index,
              "missing_index",
              1,
              503,
              "has not been indexed",
              "尚未建立索引",
              "run: wenlan index ARCHIVE",
              "請執行：wenlan index ARCHIVE"},
    ErrorKind{index_too_new,
              "index_too_new",
              1,
              503,
              "has an index of another version",
              "索引版本不符",
              "run: wenlan index ARCHIVE",
              "請執行：wenlan index ARCHIVE"},
    ErrorKind{bad_query,
              "bad_query",
              1,
              400,
              "is not a search expression",
              "不是合法的檢索式",
              "see the search help",
              "請看檢索說明"},
    ErrorKind{bad_document,
              "bad_document",
              1,
              422,
              "does not parse",
              "格式有誤",
              "mend it at the place named",
              "請修正所指之處"},
    ErrorKind{crashed,
              "crashed",
              1,
              500,
              "ended the process that was reading it",
              "使辨識程序意外終止",
              "look at the scan, and try again with --retry-failed",
              "請檢查掃描檔，再以 --retry-failed 重試"},
    ErrorKind{
        too_long,
        "too_long",
        1,
        500,
        "took longer than a step may take",
        "處理逾時",
        "look at the scan, or allow more with --step-limit, and try again with --retry-failed",
        "請檢查掃描檔，或以 --step-limit 放寬時限，再以 --retry-failed 重試"},
    ErrorKind{too_much_memory,
              "too_much_memory",
              1,
              500,
              "took more memory than a run may take",
              "所需記憶體超過限額",
              "look at the scan, or allow more with --memory, and try again with --retry-failed",
              "請檢查掃描檔，或以 --memory 放寬限額，再以 --retry-failed 重試"},
    ErrorKind{keeps_failing,
              "keeps_failing",
              1,
              500,
              "was stopped: one page after another fails alike",
              "已停止：各葉接連以同一原因失敗",
              "mend the cause, or allow more with --stop-after, and run the same command again",
              "請排除原因，或以 --stop-after 放寬，再執行同一指令"},
    ErrorKind{stopped,
              "stopped",
              1,
              503,
              "was stopped",
              "已停止",
              "run the same command again to go on",
              "重新執行同一指令即可繼續"},
    ErrorKind{internal,
              "internal",
              1,
              500,
              "met a fault in Wenlan itself",
              "文瀾內部錯誤",
              "please report it",
              "請回報"},
};

constexpr bool rows_follow_enum() {
  for (std::size_t i = 0; i < kErrorKinds.size(); ++i)
    if (static_cast<std::size_t>(kErrorKinds[i].code) != i) return false;
  return static_cast<std::size_t>(internal) + 1 == kErrorKinds.size();
}
static_assert(rows_follow_enum());

}  // namespace

const ErrorKind& kind_of(ErrorCode code) {
  return kErrorKinds[static_cast<std::size_t>(code)];
}

std::optional<ErrorCode> error_code_named(std::string_view name) {
  const auto* const found = std::find_if(kErrorKinds.begin(),
                                         kErrorKinds.end(),
                                         [&](const ErrorKind& kind) { return kind.name == name; });
  if (found == kErrorKinds.end()) return std::nullopt;
  return found->code;
}

std::string to_sentence(const Error& error, Language language) {
  const ErrorKind& kind = kind_of(error.code);
  const bool english = language == Language::english;
  std::string sentence = error.subject.empty() ? "wenlan" : error.subject;
  sentence += english ? " " : "：";
  sentence += english ? kind.english : kind.chinese;
  if (!error.detail.empty()) {
    sentence += english ? " (" : "（";
    sentence += error.detail;
    sentence += english ? ")" : "）";
  }
  const std::string_view way_out = english ? kind.way_out_english : kind.way_out_chinese;
  if (!way_out.empty()) {
    sentence += english ? "; " : "；";
    sentence += way_out;
  }
  sentence += english ? "." : "。";
  return sentence;
}

ErrorCode error_code_of_errno(int errno_value) {
  switch (errno_value) {
    case ENOENT:
    case ENOTDIR:
    case ELOOP:
      return not_found;
    case EACCES:
    case EPERM:
    case EROFS:
      return no_permission;
    case EISDIR:
      return not_a_file;
    case ENOSPC:
    case EDQUOT:
      return disk_full;
    case EEXIST:
      return already_exists;
    default:
      return io_failed;
  }
}

}  // namespace wenlan
