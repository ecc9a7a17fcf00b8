import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import sharp from 'sharp'
import { bindOddPages, encodeEveryWay } from './synthesise/codec-fixtures.js'
import { toGrey } from './synthesise/wear.js'
import { writePdf } from './synthesise/write-pdf.js'

const FOLDER = process.argv[2] ?? 'fixtures/codecs'
const DPI = 200

const LINES: readonly (readonly string[])[] = [
  ['Resultaträkning', '2014', '2013'],
  ['Verksamhetens intäkter', '1 784 000', '1 920 646'],
  ['Verksamhetens kostnader', '-1 649 895', '-1 590 095'],
  ['Årets resultat', '134 105', '330 551'],
]

/** The page that every file of the folder shows. */
function drawPage(): Buffer {
  const canvas = createCanvas(1040, 400)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#000'
  context.font = '32px "Liberation Sans"'
  for (const [row, words] of LINES.entries()) {
    const y = 100 + row * 70
    for (const [column, word] of words.entries()) {
      context.textAlign = column === 0 ? 'left' : 'right'
      context.fillText(word, column === 0 ? 90 : 550 + column * 200, y)
    }
  }
  return canvas.toBuffer('image/png')
}

await mkdir(FOLDER, { recursive: true })
const page = await toGrey(drawPage())
const save = (name: string, bytes: Uint8Array) => writeFile(join(FOLDER, name), bytes)
for (const [name, image] of Object.entries(await encodeEveryWay(page))) {
  await save(`${name}.pdf`, await writePdf([{ kind: 'image', image, dpi: DPI }]))
}
for (const [name, odd] of Object.entries(await bindOddPages(page, DPI))) {
  await save(`${name}.pdf`, await writePdf([odd]))
}
const picture = () =>
  sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } }).toColourspace('b-w')
const density = { xres: DPI / 25.4, yres: DPI / 25.4 }
await save('page.png', await picture().withMetadata({ density: DPI }).png({ compressionLevel: 9 }).toBuffer())
await save('page.jpg', await picture().withMetadata({ density: DPI }).jpeg({ quality: 80 }).toBuffer())
await save(
  'page.tif',
  await picture()
    .tiff({ compression: 'lzw', ...density })
    .toBuffer(),
)
const group4 = { compression: 'ccittfax4', bitdepth: 1, ...density } as const
await save('page-g4.tif', await picture().threshold(128).tiff(group4).toBuffer())
