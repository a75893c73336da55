// SPDX-License-Identifier: GPL-3.0-or-later
import { ApiError } from './client';

// Something asked of the server. The last answer stays until the next one is there, so that a
// view does not jump; a newer question cancels the one under way.
export class Resource<T> {
  value = $state.raw<T>();
  error = $state.raw<ApiError>();
  loading = $state(false);
  #abort?: AbortController;

  async load(request: (signal: AbortSignal) => Promise<T>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.loading = true;
    try {
      const value = await request(abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.error = undefined;
    } catch (failure) {
      if (abort.signal.aborted) return;
      this.value = undefined;
      this.error = failure instanceof ApiError ? failure : new ApiError('unexpected', String(failure), 0);
    }
    this.loading = false;
  }
}
