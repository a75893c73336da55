// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles test/*_test.ts into node_modules/.tests (Node 18 does not read TypeScript) and runs them.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = fileURLToPath(new URL('../node_modules/.tests/', import.meta.url));
const tests = readdirSync(here).filter((name) => name.endsWith('_test.ts'));

rmSync(out, { recursive: true, force: true });
await build({
  entryPoints: tests.map((name) => here + name),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
const files = tests.map((name) => out + name.replace(/\.ts$/, '.mjs'));
process.exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1);
