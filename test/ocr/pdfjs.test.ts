import { expect, it } from 'vitest'

it("reading PDFs leaves the engine's own functions in their places", async () => {
  const { push } = Array.prototype
  const { parse, stringify } = JSON
  const functionToString = Function.prototype.toString
  const { readPdf } = await import('../../src/ocr/read-pdf.js')
  expect(readPdf).toBeInstanceOf(Function)
  expect(Array.prototype.push).toBe(push)
  expect(JSON.parse).toBe(parse)
  expect(JSON.stringify).toBe(stringify)
  expect(Function.prototype.toString).toBe(functionToString)
})
