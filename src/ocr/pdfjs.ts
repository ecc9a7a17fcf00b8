/** Where pdf.js's build for older engines puts slow copies of the engine's functions, for corner cases of the language. */
const places: readonly object[] = [Array.prototype, Function.prototype, JSON]
const own = places.map((place) => Object.entries(Object.getOwnPropertyDescriptors(place)))

/** pdf.js, to be had from here alone: loaded so that the engine's own `push`, `JSON` and the like stay where they are. */
export const { getDocument, ImageKind, OPS, PDFWorker, Util, VerbosityLevel } = await import(
  'pdfjs-dist/legacy/build/pdf.mjs'
)

for (const [at, place] of places.entries()) {
  for (const [name, property] of own[at]!) {
    const isOwn = Object.getOwnPropertyDescriptor(place, name)?.value === property.value
    if (!isOwn) Object.defineProperty(place, name, property)
  }
}
