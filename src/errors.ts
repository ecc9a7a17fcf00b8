/** Why a document could not be taken at all. */
export type DocumentErrorReason =
  | 'empty'
  | 'not-a-pdf'
  | 'truncated'
  | 'encrypted'
  | 'portfolio'
  | 'dynamic-form'
  | 'no-pages'
  | 'unreadable'
  | 'image-too-large'
  | 'too-many-pages'
  | 'timeout'
  | 'not-a-picture'
  | 'too-large'
  | 'vanished'
  | 'changing'
  | 'crashed'
  | 'failed'

const advice: Record<DocumentErrorReason, string> = {
  empty: 'The file holds no bytes: send it again.',
  'not-a-pdf': 'The content is not what it claims to be: open it, and save or scan it as PDF.',
  truncated: 'The file ends too early or its index is broken: send it again, whole.',
  encrypted: 'Save a copy without a password and send that.',
  portfolio: 'Save the documents that it holds one by one, and send those.',
  'dynamic-form': 'Open it in the program that it was made for, print it to a PDF, and send that.',
  'no-pages': 'The file holds no page: check what it was made from.',
  unreadable: 'Open the file in another program and save it anew.',
  'image-too-large': 'Scan it again at 200 to 400 dots per inch.',
  'too-many-pages': 'Split the document.',
  timeout: 'Try again; if it happens again, the file is likely damaged.',
  'not-a-picture': 'The file is named as a picture and is none: open it, and save it as PNG or PDF.',
  'too-large': 'Split the document, or scan it again at 200 to 400 dots per inch.',
  vanished: 'The file went away before it was read: put it back if it is wanted.',
  changing: 'The file was written to while it was read: run again when it is whole.',
  crashed: 'The program died three times over this file: send it to the authors.',
  failed: 'If the file opens in a viewer, send it to the authors.',
}

const transientReasons: readonly string[] = ['timeout', 'changing', 'crashed'] satisfies DocumentErrorReason[]

/** Whether what ended a document or a page, as its reason or issue says, may be over at another try. */
export function isTransient(reason: string): boolean {
  // timeout: Page 3 was not drawn after 60 s
  return transientReasons.includes(reason.split(':')[0]!)
}

/** What stops a whole document, with its reason for the record and advice for whoever sent it. */
export class DocumentError extends Error {
  readonly reason: DocumentErrorReason
  readonly advice: string

  constructor(reason: DocumentErrorReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DocumentError'
    this.reason = reason
    this.advice = advice[reason]
  }
}

/** The exit codes of the public contract. */
export const exitCode = {
  done: 0,
  differs: 1,
  usage: 2,
  missing: 3,
  locked: 4,
  disk: 5,
  damaged: 6,
  interrupted: 130,
  terminated: 143,
} as const
export type ExitCode = (typeof exitCode)[keyof typeof exitCode]

/** What stops a whole run: what was wrong, what to do, and the exit code that says which kind it is. */
export class StopError extends Error {
  readonly code: ExitCode
  readonly advice: string

  constructor(kind: keyof typeof exitCode, message: string, advice: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StopError'
    this.code = exitCode[kind]
    this.advice = advice
  }
}
