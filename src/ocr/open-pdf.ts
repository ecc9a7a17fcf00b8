import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { getDocument, type PDFDocumentProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DocumentError } from '../errors.js'
import { maxPixels } from './picture.js'
import { unlessAborted } from './unless-aborted.js'
import { withDeadline } from './with-deadline.js'
import { withTrailer } from './with-trailer.js'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const part = (name: string): string => join(folder, name) + sep
const openMilliseconds = 60_000
const maxHeapMegabytes = 512

/** An open PDF whose parser runs in a thread of its own, so that it can be ended from outside. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  /** Given, with a DocumentError, when the parser ends. */
  readonly died: AbortSignal
  /** Ends the parser at once, whatever it is at. */
  close(): Promise<void>
}

/**
 * pdf.js tries out on a canvas how large a picture may be, and without one decodes JPEG 2000 over 2048 pixels at half
 * size: it is given a canvas that can do nothing but say yes up to the cap.
 */
const parserThread = `
globalThis.OffscreenCanvas = class {
  constructor(width, height) { if (width * height > ${maxPixels}) throw new RangeError('over the cap') }
  getContext() { return { fillRect() {}, getImageData: () => ({ data: [0, 0, 0, 255] }) } }
}
const { workerData } = require('node:worker_threads')
import(workerData.parser).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port))
`

/**
 * Opens a PDF with pdf.js: nothing is fetched, no script of the document is run.
 * Throws a DocumentError where it cannot be opened. Pictures of more than `imagePixels` are left out of pages, without
 * a word; -1 leaves out none.
 */
export async function openPdf(bytes: Uint8Array, imagePixels = maxPixels): Promise<OpenPdf> {
  if (bytes.length === 0) throw new DocumentError('empty', 'The file holds no bytes')
  const { port1, port2 } = new MessageChannel()
  const parser = pathToFileURL(join(folder, 'legacy/build/pdf.worker.mjs')).href
  const thread = new Worker(parserThread, {
    eval: true,
    workerData: { parser, port: port2 },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes },
    stdout: true,
    stderr: true,
  })
  const died = new AbortController()
  thread.once('error', (error) =>
    died.abort(new DocumentError('unreadable', `The PDF broke its parser: ${error}`, error)),
  )
  thread.once('exit', () => died.abort(new DocumentError('unreadable', 'The parser of the PDF ended early')))
  thread.unref()
  // pdf.js asks for a browser's Worker, and uses of it only what a port has too.
  const worker = new PDFWorker({ port: port1 as unknown as null, verbosity: VerbosityLevel.ERRORS })
  const close = async (): Promise<void> => {
    port1.close()
    await thread.terminate()
  }
  try {
    const loading = getDocument({
      data: new Uint8Array(bytes),
      worker,
      cMapUrl: part('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: part('standard_fonts'),
      wasmUrl: part('wasm'),
      iccUrl: part('iccs'),
      useWorkerFetch: false,
      useSystemFonts: false,
      isEvalSupported: false,
      isOffscreenCanvasSupported: false,
      enableXfa: false,
      disableFontFace: true,
      maxImageSize: imagePixels,
      // Below this many bytes no JPEG 2000 picture is decoded at a reduced size.
      canvasMaxAreaInBytes: maxPixels * 4,
      verbosity: VerbosityLevel.ERRORS,
    })
    const document = await withDeadline(
      unlessAborted(died.signal, loading.promise),
      openMilliseconds,
      () => new DocumentError('timeout', `The PDF was not open after ${openMilliseconds / 1000} s`),
    )
    await refuseWrapping(document)
    return { document, died: died.signal, close }
  } catch (error) {
    await close()
    const mended = isInvalid(error) ? withTrailer(bytes) : undefined
    if (mended !== undefined) return openPdf(mended, imagePixels)
    throw toDocumentError(error, bytes)
  }
}

function isInvalid(error: unknown): boolean {
  return error instanceof Error && error.name === 'InvalidPDFException'
}

/** Throws where the pages only ask for another program: a form that it draws, or a cover over other documents. */
async function refuseWrapping(document: PDFDocumentProxy): Promise<void> {
  const { info } = await document.getMetadata()
  const parts = info as Readonly<Record<string, unknown>>
  const has = (part: string): boolean => parts[part] === true
  if (has('IsXFAPresent') && !has('IsAcroFormPresent')) {
    throw new DocumentError('dynamic-form', 'The PDF is a form that another program draws')
  }
  if (has('IsCollectionPresent') && document.numPages <= 1) {
    throw new DocumentError('portfolio', 'The PDF is a cover over other documents')
  }
}

function toDocumentError(error: unknown, bytes: Uint8Array): DocumentError {
  if (error instanceof DocumentError) return error
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof Error && error.name === 'PasswordException') {
    return new DocumentError('encrypted', 'The PDF asks for a password', error)
  }
  // "unknown encryption method": for holders of a certificate
  if (message.includes('encryption')) return new DocumentError('encrypted', 'The PDF asks for a certificate', error)
  if (!holds(bytes, '%PDF-', 0, bytes.length)) return new DocumentError('not-a-pdf', 'The file is no PDF', error)
  if (isInvalid(error)) {
    return !holds(bytes, '%%EOF', Math.max(0, bytes.length - 2048), bytes.length)
      ? new DocumentError('truncated', `The PDF ends too early: ${message}`, error)
      : new DocumentError('unreadable', `The PDF is damaged beyond repair: ${message}`, error)
  }
  return new DocumentError('unreadable', `The PDF cannot be opened: ${message}`, error)
}

function holds(bytes: Uint8Array, mark: string, from: number, to: number): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(from, to).includes(mark, 0, 'latin1')
}
