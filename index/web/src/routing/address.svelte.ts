// SPDX-License-Identifier: GPL-3.0-or-later
// Where the reader is. Links inside the site change the address without loading it anew.

class Address {
  path = $state(location.pathname);
  search = $state(location.search);

  take(): void {
    this.path = location.pathname;
    this.search = location.search;
  }
}

export const address = new Address();

// Goes to `href`; `replace` leaves no step in the history (turning a switch, dragging a slider).
export function goTo(href: string, { replace = false } = {}): void {
  const samePath = new URL(href, location.href).pathname === location.pathname;
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  address.take();
  if (!replace && !samePath) window.scrollTo(0, 0);
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

// Takes over clicks on links that stay inside the site. Returns what undoes it.
export function followLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    if (event.defaultPrevented || !isPlainClick(event)) return;
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    if (/^\/(api|images)\//.test(link.pathname)) return;
    event.preventDefault();
    if (link.href !== location.href) goTo(link.href);
  };
  const onBack = () => address.take();
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', onBack);
  return () => {
    document.removeEventListener('click', onClick);
    window.removeEventListener('popstate', onBack);
  };
}
