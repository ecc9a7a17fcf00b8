/** Why a document could not be taken at all. */
export type DocumentErrorReason =
  | 'empty'
  | 'not-a-pdf'
  | 'truncated'
  | 'encrypted'
  | 'no-pages'
  | 'unreadable'
  | 'image-too-large'
  | 'too-many-pages'
  | 'timeout'

const advice: Record<DocumentErrorReason, string> = {
  empty: 'The file holds no bytes: send it again.',
  'not-a-pdf': 'The content is not what it claims to be: open it, and save or scan it as PDF.',
  truncated: 'The file ends too early or its index is broken: send it again, whole.',
  encrypted: 'Save a copy without a password and send that.',
  'no-pages': 'The file holds no page: check what it was made from.',
  unreadable: 'Open the file in another program and save it anew.',
  'image-too-large': 'Scan it again at 200 to 400 dots per inch.',
  'too-many-pages': 'Split the document.',
  timeout: 'Try again; if it happens again, the file is likely damaged.',
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
