import { existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StopError } from '../errors.js'
import type { Settings } from './settings.js'

/** Free space of one disk, in bytes, and a folder on it. */
export interface DiskSpace {
  readonly folder: string
  readonly free: number
}

/** Free space where the database and the archive grow, once for each disk; what counts no blocks is none. */
export function diskSpace({ database, archive }: Pick<Settings, 'database' | 'archive'>): DiskSpace[] {
  const places = [dirname(database), archive].map(nearestFolder)
  const disks = new Map(places.map((folder) => [statSync(folder).dev, folder]))
  return [...disks.values()].flatMap((folder) => {
    const { blocks, bavail, bsize } = statfsSync(folder)
    return blocks === 0 ? [] : [{ folder, free: bavail * bsize }]
  })
}

/** Throws a StopError of kind disk, before anything is begun, where there is less space than the settings want. */
export function refuseFullDisk(settings: Settings): void {
  const wanted = settings.least_free_megabytes
  const full = diskSpace(settings).find(({ free }) => free < wanted * 1_000_000)
  if (full === undefined) return
  throw new StopError(
    'disk',
    `The disk is nearly full: ${Math.floor(full.free / 1_000_000)} MB are free at ${full.folder}, and ${wanted} are wanted for a run to begin.`,
    'Free some space, then run again: nothing was begun. `least_free_megabytes` says how much is wanted.',
  )
}

function nearestFolder(path: string): string {
  const folder = resolve(path)
  return existsSync(folder) ? folder : nearestFolder(dirname(folder))
}
