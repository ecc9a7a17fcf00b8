import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'

/**
 * So many pages drawn evenly from all pages of the documents, as PDFs of their own in a folder: one for each document
 * that gave any. All of them where there are no more.
 */
export async function drawSample(documents: readonly string[], count: number, folder: string): Promise<string[]> {
  const opened = await Promise.all(
    documents.map(async (path) => ({ path, pdf: await PDFDocument.load(readFileSync(path)) })),
  )
  const pages = opened.flatMap(({ pdf }, document) => pdf.getPageIndices().map((page) => ({ document, page })))
  const drawn = spread(pages, count)
  const files: string[] = []
  for (const [index, { path, pdf }] of opened.entries()) {
    const own = drawn.filter(({ document }) => document === index).map(({ page }) => page)
    if (own.length === 0) continue
    const sample = await PDFDocument.create()
    for (const page of await sample.copyPages(pdf, own)) sample.addPage(page)
    const file = join(folder, basename(path))
    writeFileSync(file, await sample.save())
    files.push(file)
  }
  return files
}

/** So many of them, evenly spread. */
export function spread<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items]
  return Array.from({ length: count }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / count)]!)
}
