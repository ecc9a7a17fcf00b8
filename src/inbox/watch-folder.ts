import { watch } from 'chokidar'

/** Hints that something happened in a folder. They may be late, many or lost: a look at the folder is the truth. */
export interface FolderWatch {
  /** Resolves at the next hint, after `milliseconds`, or when the signal says so, whichever comes first. */
  next(milliseconds: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Watches a folder and what lies under it; `poll` asks again and again, for shares that tell of nothing. */
export function watchFolder(folder: string, poll: boolean): FolderWatch {
  let hinted = false
  let wake = () => {}
  const hint = () => {
    hinted = true
    wake()
  }
  const watcher = watch(folder, { usePolling: poll, interval: 1000, ignoreInitial: true, followSymlinks: false })
  watcher.on('all', hint)
  // what came before the watch stood is told of by nothing else
  watcher.on('ready', hint)
  // no more watches, or a folder that went away: the looks go on without hints
  watcher.on('error', () => {})
  return {
    next: (milliseconds, signal) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', end)
          wake = () => {}
          hinted = false
          resolve()
        }
        const timer = setTimeout(end, milliseconds)
        signal.addEventListener('abort', end)
        wake = end
        if (hinted || signal.aborted) end()
      }),
    close: () => watcher.close(),
  }
}
