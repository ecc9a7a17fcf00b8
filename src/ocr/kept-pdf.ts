import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js'
import { DocumentError } from '../errors.js'
import { type OpenPdf, openPdf } from './open-pdf.js'
import { unlessAborted } from './unless-aborted.js'
import { withDeadline } from './with-deadline.js'

/** How long a page may take to be parsed and drawn. */
export const pageMilliseconds = 60_000

/** A PDF that stays open from page to page. */
export interface KeptPdf {
  countPages(): Promise<number>
  /** Works on a page by its number. Throws a DocumentError where that takes too long. */
  usePage<T>(
    number: number,
    work: (page: PDFPageProxy, document: PDFDocumentProxy, signal: AbortSignal) => Promise<T>,
  ): Promise<T>
  close(): Promise<void>
}

/** Opens a PDF when it is first needed, and anew after a failure: a parser that hangs or died would fail the other pages too. */
export function keepPdf(bytes: Uint8Array): KeptPdf {
  let open: Promise<OpenPdf> | undefined
  const close = async (pdf: Promise<OpenPdf> | undefined): Promise<void> => {
    if (open === pdf) open = undefined
    await pdf?.then((opened) => opened.close()).catch(() => {})
  }
  const use = async <T>(work: (pdf: OpenPdf) => Promise<T>): Promise<T> => {
    open ??= openPdf(bytes)
    const pdf = open
    try {
      return await work(await pdf)
    } catch (error) {
      await close(pdf)
      throw error
    }
  }
  return {
    countPages: () => use(async ({ document }) => document.numPages),
    usePage: (number, work) =>
      use(({ document, died }) => {
        const abort = new AbortController()
        const late = (): Error => {
          abort.abort()
          return new DocumentError('timeout', `Page ${number} was not drawn after ${pageMilliseconds / 1000} s`)
        }
        const workOnPage = async () => {
          const page = await document.getPage(number)
          try {
            return await work(page, document, abort.signal)
          } finally {
            page.cleanup()
          }
        }
        return withDeadline(unlessAborted(died, workOnPage()), pageMilliseconds, late)
      }),
    close: () => close(open),
  }
}
