// SPDX-License-Identifier: GPL-3.0-or-later
// Asks the server. Every failure comes out as an ApiError with a code the site can explain.
import type { BookName, BookRecord, PageRecord, SearchAnswer, SubjectName, SubjectRecord } from './types';

export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly parameter?: string,
  ) {
    super(message);
  }
}

type Parameters = Record<string, string | number | undefined>;

function address(path: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

async function errorOf(response: Response): Promise<ApiError> {
  try {
    const { error } = (await response.json()) as {
      error: { code: string; message: string; parameter?: string };
    };
    return new ApiError(error.code, error.message, response.status, error.parameter);
  } catch {
    return new ApiError('unexpected', response.statusText, response.status);
  }
}

async function get<T>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(address(path, parameters), {
      signal: signal ?? null,
      headers: { Accept: 'application/json' },
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new ApiError('unreachable', String(failure), 0);
  }
  if (!response.ok) throw await errorOf(response);
  return (await response.json()) as T;
}

const part = encodeURIComponent;

export function search(parameters: Parameters, signal?: AbortSignal): Promise<SearchAnswer> {
  return get('/api/search', parameters, signal);
}

export async function books(signal?: AbortSignal): Promise<BookName[]> {
  return (await get<{ books: BookName[] }>('/api/books', {}, signal)).books;
}

export function book(id: string, signal?: AbortSignal): Promise<BookRecord> {
  return get(`/api/books/${part(id)}`, {}, signal);
}

export function page(bookId: string, id: string, signal?: AbortSignal): Promise<PageRecord> {
  return get(`/api/books/${part(bookId)}/pages/${part(id)}`, {}, signal);
}

export function subject(
  id: string,
  parameters: { offset: number; limit: number },
  signal?: AbortSignal,
): Promise<SubjectRecord> {
  return get(`/api/subjects/${part(id)}`, parameters, signal);
}

export async function subjects(
  parameters: { q?: string; kind?: string },
  signal?: AbortSignal,
): Promise<SubjectName[]> {
  return (await get<{ subjects: SubjectName[] }>('/api/subjects', parameters, signal)).subjects;
}
