// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the pictures the server cuts from a scan.
import type { Box } from '../api/types';

function pageFolder(book: string, page: string): string {
  return `/images/${encodeURIComponent(book)}/${encodeURIComponent(page)}`;
}

export function thumbnailOf(book: string, page: string, height: number): string {
  return `${pageFolder(book, page)}/thumbnail.jpg?height=${height}`;
}

export function cropOf(book: string, page: string, box: Box, height: number): string {
  return `${pageFolder(book, page)}/crop.jpg?box=${box.map(Math.round).join(',')}&height=${height}`;
}

export function tilesOf(book: string, page: string): string {
  return `${pageFolder(book, page)}/tiles.dzi`;
}
