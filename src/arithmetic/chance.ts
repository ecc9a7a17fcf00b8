/** Above this chance of an accident a structure that was found by trying is no proof. */
const NO_ACCIDENT = 1 / 1000

/**
 * A bound on the chance, 0..1, that figures which have nothing to do with each other close when `tries` ways to put them
 * together are tried: each way meets a total of so many digits in one of its values, within `tolerance` in a few.
 */
export function chanceOfClosing(tries: number, total: number, tolerance: number): number {
  const window = 2 * Math.floor(tolerance) + 1
  return Math.min(1, (tries * window) / Math.max(1, Math.abs(total)))
}

/** Whether what was found by trying so many ways is hardly an accident. */
export function isNoAccident(tries: number, total: number, tolerance: number): boolean {
  return chanceOfClosing(tries, total, tolerance) <= NO_ACCIDENT
}
