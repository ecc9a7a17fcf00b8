/**
 * What the work gives, or the signal's reason as soon as it is given: work that cannot be stopped is left behind. Other
 * than a race against a promise that outlives the work, the signal holds nothing of it afterwards.
 */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
    if (signal.aborted) stop()
  })
}
