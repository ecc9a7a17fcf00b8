import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A PDF of so many pages with a text layer that proves itself, so that it is read in no time: a note on each. */
export async function swedishReport(pages: number): Promise<Uint8Array> {
  const report = await PDFDocument.create()
  const font = await report.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number++) {
    const page = report.addPage()
    const lines = [
      `Not ${number} Övriga externa kostnader`,
      `Hyror för kontor och andra lokaler ${number} 250`,
      `Förbrukningsinventarier och förbrukningsmaterial ${number} 100`,
      `Försäkringar och övriga avgifter för året ${number} 050`,
      'Beloppen är i tkr om inget annat anges, och föregående års belopp står inte med.',
    ]
    lines.forEach((line, row) => {
      page.drawText(line, { x: 60, y: 700 - 20 * row, size: 12, font })
    })
  }
  return report.save()
}
