import type { MediaType } from '../model/media-type.js'
import type { DrawnPage } from '../ocr/draw-page.js'

/** Draws a page in the process that reads, so that this one opens no document. */
export interface DrawStage {
  drawPage(bytes: Uint8Array, mediaType: MediaType, page: DrawnPage): Promise<Uint8Array>
}
