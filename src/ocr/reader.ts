import type { Picture } from './picture.js'

/** A rectangle in pixels of the picture that was read. */
export interface PixelBox {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** One character as a reader saw it, with what else it could be, best first and itself included. */
export interface ReadCharacter {
  readonly text: string
  readonly confidence: number
  readonly box: PixelBox
  readonly choices: readonly { readonly text: string; readonly confidence: number }[]
}

/** One word as a reader gave it; confidence 0..1. */
export interface ReadWord {
  readonly text: string
  readonly confidence: number
  readonly box: PixelBox
  readonly characters: readonly ReadCharacter[]
}

/** How one picture is to be read. */
export interface ReadSettings {
  readonly language: 'swe' | 'eng'
  /** Tesseract's page segmentation mode: 4 one column of varied text, 6 one block, 7 one line, 11 sparse. */
  readonly mode: 4 | 6 | 7 | 11
  /** Only these characters, where the crop can hold no others. */
  readonly characters?: string
}

/** An OCR engine that reads one picture at a time; the same picture always gives the same words. */
export interface Reader {
  /** Engine and model, for the record. */
  readonly name: string
  read(picture: Picture, settings: ReadSettings): Promise<ReadWord[]>
  close(): Promise<void>
}
