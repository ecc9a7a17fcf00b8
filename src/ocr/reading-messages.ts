import type { DocumentErrorReason } from '../errors.js'
import type { MediaType } from '../model/media-type.js'
import type { Page } from '../model/page.js'
import { version } from '../version.js'
import type { DrawnPage } from './draw-page.js'
import type { ReadOptions } from './read-options.js'
import { readingSettings } from './reading-settings.js'

/** What the process that reads is told. */
export type ReadingOrder =
  | ({
      readonly kind: 'read'
      readonly id: number
      readonly bytes: Uint8Array
      readonly mediaType: MediaType
    } & Pick<ReadOptions, 'engine' | 'jobs' | 'allPages' | 'without' | 'again'>)
  | {
      readonly kind: 'draw'
      readonly id: number
      readonly bytes: Uint8Array
      readonly mediaType: MediaType
      readonly page: DrawnPage
    }
  /** What is kept of a picture that it asked for. */
  | { readonly kind: 'kept'; readonly asked: number; readonly page: Page | undefined }

/** What the process that reads tells. */
export type ReadingAnswer =
  /** The first of all: what program it is. */
  | { readonly kind: 'started'; readonly program: string }
  | { readonly kind: 'beat' }
  | { readonly kind: 'page'; readonly id: number; readonly page: Page; readonly done: number; readonly total: number }
  | { readonly kind: 'seek'; readonly id: number; readonly asked: number; readonly key: string }
  | { readonly kind: 'keep'; readonly id: number; readonly key: string; readonly page: Page }
  /** All pages that were wanted have been told. */
  | { readonly kind: 'read'; readonly id: number }
  | { readonly kind: 'drawn'; readonly id: number; readonly picture: Uint8Array }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: DocumentErrorReason; readonly message: string }
  | { readonly kind: 'missing'; readonly id: number; readonly message: string; readonly advice: string }

/** Which program reads, and how: two processes of which this differs must not read together. */
export const readingProgram = `${version} ${readingSettings}`

/** How often the process shows that it still answers. */
export const beatMilliseconds = 2000
