/** The steps between which a run may be killed, in the order in which a document of the inbox meets them. */
export const failPoints = [
  'met',
  'begun',
  'read',
  'pages stored',
  'parsed',
  'kept half',
  'kept',
  'stored',
  'let go',
  'settled in part',
  'settled',
] as const
/** A step's name. */
export type FailPoint = (typeof failPoints)[number]

/** Kills this process as a power cut would, where `AVSTAM_FAIL_AT` names the step: for the tests of what is left then. */
export function failPoint(step: FailPoint): void {
  if (process.env.AVSTAM_FAIL_AT === step) process.kill(process.pid, 'SIGKILL')
}
