// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a page put together as the columns (or rows) they stand in.
import type { Box, Line, Stream } from '../api/types';

export interface NoteSegment {
  kind: 'note';
  right: Line[]; // read first
  left: Line[];
}

export interface TextSegment {
  kind: 'text';
  line: Line;
}

export type Segment = NoteSegment | TextSegment;

export interface Column {
  key: string; // of its first line: unique on the page
  number: number | undefined; // 1 is the first column of the text; margins and fold strip have none
  stream: Stream; // of the column as a whole: a note inside the text is not one
  vertical: boolean;
  box: Box | undefined; // undefined on pages without a scan
  indent: number; // empty character places above its first character
  segments: Segment[];
}

const kMostIndent = 8;

function unionOf(boxes: Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box[0]));
  const top = Math.min(...boxes.map((box) => box[1]));
  const right = Math.max(...boxes.map((box) => box[0] + box[2]));
  const bottom = Math.max(...boxes.map((box) => box[1] + box[3]));
  return [left, top, right - left, bottom - top];
}

function boxOf(lines: Line[]): Box | undefined {
  return unionOf(lines.flatMap((line) => (line.box && line.box[2] > 0 ? [line.box] : [])));
}

function groupedByColumn(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.[0];
    if (group && before && before.column === line.column && before.region === line.region) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

function isDoubleRow(line: Line): boolean {
  return line.stream === 'note' && line.note_segment !== undefined && line.note_segment !== null;
}

function segmentsOf(lines: Line[]): Segment[] {
  const segments: Segment[] = [];
  let segment: NoteSegment | undefined;
  let number: number | null | undefined;
  for (const line of lines) {
    if (!isDoubleRow(line)) {
      segment = undefined;
      segments.push({ kind: 'text', line });
      continue;
    }
    if (!segment || number !== line.note_segment) {
      segment = { kind: 'note', right: [], left: [] };
      number = line.note_segment;
      segments.push(segment);
    }
    (line.note_half === 'left' ? segment.left : segment.right).push(line);
  }
  return segments;
}

function streamOf(lines: Line[]): Stream {
  return lines.some((line) => line.stream === 'main' || line.stream === 'note')
    ? 'main'
    : (lines[0]?.stream ?? 'other');
}

function isVertical(line: Line | undefined): boolean {
  return line?.mode.startsWith('vertical') ?? true;
}

// The height of one character of the text proper, where the page has a scan.
function characterHeight(lines: readonly Line[]): number {
  const heights = lines
    .filter((line) => line.stream === 'main' && isVertical(line) && line.box && [...line.text].length > 3)
    .map((line) => (line.box?.[3] ?? 0) / [...line.text].length)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

// Sets how far each vertical column begins below the highest one of its region.
function indentColumns(columns: { region: string; column: Column }[], character: number): void {
  const tops = new Map<string, number>();
  for (const { region, column } of columns) {
    if (column.box && column.stream === 'main') {
      tops.set(region, Math.min(tops.get(region) ?? Infinity, column.box[1]));
    }
  }
  for (const { region, column } of columns) {
    const top = tops.get(region);
    if (!column.vertical || !column.box || top === undefined || character <= 0) continue;
    column.indent = Math.min(kMostIndent, Math.max(0, Math.round((column.box[1] - top) / character)));
  }
}

export function columnsOf(lines: readonly Line[]): Column[] {
  let number = 0;
  const columns = groupedByColumn(lines).map((group) => {
    const stream = streamOf(group);
    const column: Column = {
      key: group[0]?.id ?? '',
      number: stream === 'main' ? ++number : undefined,
      stream,
      vertical: isVertical(group[0]),
      box: boxOf(group),
      indent: 0,
      segments: segmentsOf(group),
    };
    return { region: group[0]?.region ?? '', column };
  });
  indentColumns(columns, characterHeight(lines));
  return columns.map(({ column }) => column);
}

export const kNoteSize = 0.56; // of the size of the text

function charactersIn(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + [...line.text].length, 0);
}

// How many characters of the text's size the column is long, as it is set on the site.
export function lengthOf(column: Column): number {
  return column.segments.reduce(
    (sum, segment) =>
      segment.kind === 'text'
        ? sum + [...segment.line.text].length
        : sum + Math.max(charactersIn(segment.right), charactersIn(segment.left)) * kNoteSize,
    column.indent,
  );
}

// Whether the page is written in columns: that decides how it is set and which way it turns.
export function isVerticalPage(columns: readonly Column[]): boolean {
  const text = columns.filter((column) => column.stream === 'main');
  return text.filter((column) => column.vertical).length * 2 >= text.length;
}
