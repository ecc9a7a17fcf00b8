import type { Picture } from './picture.js'

/** The picture with paper where the mask says so. */
export function paintOver(picture: Picture, mask: Uint8Array | undefined, paper: number): Picture {
  if (!mask) return picture
  const data = picture.data.slice()
  for (let i = 0; i < data.length; i++) if (mask[i] === 1) data[i] = paper
  return { ...picture, data }
}
