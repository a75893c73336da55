// SPDX-License-Identifier: GPL-3.0-or-later
// Runs before the first paint, so that a chosen theme or language does not flash the other one.
(function () {
  try {
    var theme = localStorage.getItem('wenlan.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    var language = localStorage.getItem('wenlan.language');
    if (language) document.documentElement.lang = language;
  } catch (error) {
    // Storage is closed to this page (private mode): the reader's system decides.
    console.info('wenlan: no storage', error);
  }
})();
