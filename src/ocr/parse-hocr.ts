import type { PixelBox, ReadCharacter, ReadWord } from './reader.js'

// <span class='ocrx_word' id='word_1_3' title='bbox 194 325 286 351; x_wconf 96'>
const wordStart = /<span class=['"]ocrx_word['"][^>]*title=['"]bbox (\d+) (\d+) (\d+) (\d+); x_wconf ([^'";]+)[^>]*>/u
// <span class='ocrx_cinfo' title='x_bboxes 194 326 211 347; x_conf 99.574509'>B</span>
const character =
  /<span class=['"]ocrx_cinfo['"] title=['"]x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+); x_conf ([^'"]+)['"]>([^<]*)<\/span>/u
// <span class='ocrx_cinfo' id='choice_1_3_2' title='x_confs 0'>E</span>
const choice = /<span class=['"]ocrx_cinfo['"] id=['"]choice_[^'"]*['"] title=['"]x_confs ([^'"]+)['"]>([^<]*)<\/span>/u

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }

/** The words of tesseract's hOCR with boxes and alternatives for each character, one element a line. */
export function parseHocr(hocr: string): ReadWord[] {
  const words: { box: PixelBox; confidence: number; characters: Building[] }[] = []
  for (const line of hocr.split('\n')) {
    const startOfWord = wordStart.exec(line)
    if (startOfWord) {
      words.push({ box: toBox(startOfWord), confidence: toShare(startOfWord[5]), characters: [] })
    }
    const word = words.at(-1)
    const read = character.exec(line)
    if (word && read) {
      const confidence = toShare(read[5])
      word.characters.push({ text: decode(read[6] ?? ''), confidence, box: toBox(read), choices: [] })
    }
    const other = choice.exec(line)
    if (other) word?.characters.at(-1)?.choices.push({ text: decode(other[2] ?? ''), confidence: toShare(other[1]) })
  }
  return words
    .map((word) => ({ ...word, text: word.characters.map(({ text }) => text).join('') }))
    .filter(({ text }) => text.trim() !== '')
}

type Building = Omit<ReadCharacter, 'choices'> & { choices: { text: string; confidence: number }[] }

function toBox(match: RegExpExecArray): PixelBox {
  return { x0: Number(match[1]), y0: Number(match[2]), x1: Number(match[3]), y1: Number(match[4]) }
}

function toShare(percent: string | undefined): number {
  const value = Number(percent)
  return Number.isFinite(value) ? Math.max(0, Math.min(1, value / 100)) : 0
}

function decode(text: string): string {
  // "Kommun &amp; region"
  return text.replace(/&([#\w]+);/gu, (whole, name: string) => entities[name] ?? whole)
}
