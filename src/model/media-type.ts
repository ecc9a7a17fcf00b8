import { z } from 'zod'

/** What a document is, by its content; plain text alone is known by its name. */
export const MediaType = z.enum(['application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'text/plain'])
export type MediaType = z.infer<typeof MediaType>
