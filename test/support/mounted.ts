import { spawnSync } from 'node:child_process'
import { Workplace } from './workplace.js'

/** Whether this process may mount: it is refused in many containers, whoever asks. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0 && triesToMount()

/** Mounts a disk of its own, in memory, over a folder; `options` are those of tmpfs. */
export function mountDisk(folder: string, options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`Expected a disk at ${folder}, got ${stderr}`)
}

/** Takes a mounted disk away, with all that is on it. */
export function unmount(folder: string): void {
  spawnSync('umount', [folder])
}

function triesToMount(): boolean {
  const place = new Workplace()
  try {
    mountDisk(place.folder, 'size=1m')
    unmount(place.folder)
    return true
  } catch {
    return false
  } finally {
    place.remove()
  }
}
