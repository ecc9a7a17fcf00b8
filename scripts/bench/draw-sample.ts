import { readFileSync, writeFileSync } from 'node:fs'
import { PDFDocument } from '@cantoo/pdf-lib'

/**
 * So many pages drawn evenly from all pages of the documents, all of them where there are no more, as one PDF: what it
 * costs to start reading a document is shared by its pages, as it is in a whole report.
 */
export async function drawSample(documents: readonly string[], count: number, file: string): Promise<void> {
  const opened = await Promise.all(documents.map((path) => PDFDocument.load(readFileSync(path))))
  const pages = opened.flatMap((pdf) => pdf.getPageIndices().map((page) => ({ pdf, page })))
  const sample = await PDFDocument.create()
  for (const { pdf, page } of spread(pages, count)) {
    for (const copy of await sample.copyPages(pdf, [page])) sample.addPage(copy)
  }
  writeFileSync(file, await sample.save())
}

/** So many of them, evenly spread. */
export function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items]
  return Array.from({ length: count }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / count)]!)
}
