/** Works under way in this process: the processor time that it was given is theirs in equal shares. */
let underWay = 0
/** How often the time is taken, as a share of the deadline. */
const ticks = 100
/** A work that waits, and is given no processor time, is late after so many times the deadline. */
const mostWaiting = 10

/**
 * Settles as the promise does, or rejects with what `onLate` gives once the work of this process's threads has been
 * given so many milliseconds of a processor. How busy the machine is otherwise does not count.
 */
export async function withWorkDeadline<T>(work: Promise<T>, milliseconds: number, onLate: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let worked = 0
  let waited = 0
  let [clock, usage] = [performance.now(), process.cpuUsage()]
  underWay++
  const late = new Promise<never>((_, reject) => {
    timer = setInterval(() => {
      const elapsed = performance.now() - clock
      const { user, system } = process.cpuUsage(usage)
      ;[clock, usage] = [performance.now(), process.cpuUsage()]
      waited += elapsed
      worked += Math.min(elapsed, (user + system) / 1000 / underWay)
      if (worked >= milliseconds || waited >= mostWaiting * milliseconds) reject(onLate())
    }, milliseconds / ticks)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearInterval(timer)
    underWay--
  }
}
