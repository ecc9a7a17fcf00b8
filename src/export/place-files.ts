import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ExportedFile } from './exported-file.js'

/** Writes a file whole, or not at all: under another name first, then moved in place, over what was there. */
export async function placeFile(file: ExportedFile, target: string, signal: AbortSignal): Promise<void> {
  mkdirSync(dirname(target), { recursive: true })
  clearDrafts(target)
  const draft = `${target}.draft-${process.pid}`
  try {
    await writeFile(file, draft, signal)
    renameSync(draft, target)
    syncFolder(dirname(target))
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Writes files into a folder, none of them before all are whole, and returns their names; others in it stay. */
export async function placeFiles(
  files: Iterable<ExportedFile>,
  target: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  // without the stroke that may stand at its end
  const folder = resolve(target)
  mkdirSync(dirname(folder), { recursive: true })
  clearDrafts(folder)
  const draft = `${folder}.draft-${process.pid}`
  try {
    mkdirSync(draft)
    const names: string[] = []
    for (const file of files) {
      await writeFile(file, join(draft, file.name), signal)
      names.push(file.name)
    }
    syncFolder(draft)
    if (existsSync(folder)) for (const name of names) renameSync(join(draft, name), join(folder, name))
    else renameSync(draft, folder)
    syncFolder(dirname(folder))
    return names
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Removes what processes that died left half-written beside a target. */
export function clearDrafts(target: string): void {
  clearDraftsIn(dirname(target), (name) => name === basename(target))
}

/** Removes what processes that died left half-written in a folder, of the targets that are told to be ours. */
export function clearDraftsIn(folder: string, isOurs: (target: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    // facts.csv.draft-4242, avstam.sqlite.draft-4242-journal
    const [, target, pid] = /^(.+)\.draft-(\d+)/s.exec(name) ?? []
    if (target === undefined || !isOurs(target) || isAlive(Number(pid))) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // another user's
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether a path is a folder that is there. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Hands over a file's content piece by piece, lets signals through between them, and throws when one came. */
export async function pour(
  file: ExportedFile,
  write: (chunk: string | Uint8Array) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const chunk of file.chunks()) {
    write(chunk)
    await setImmediate()
    signal.throwIfAborted()
  }
}

async function writeFile(file: ExportedFile, path: string, signal: AbortSignal): Promise<void> {
  const descriptor = openSync(path, 'w')
  try {
    await pour(file, (chunk) => writeAll(descriptor, Buffer.from(chunk as Uint8Array)), signal)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written)
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
