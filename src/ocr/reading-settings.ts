/** Changes whenever preparation or settings do, so that pages kept under an older one are not mistaken for new. */
export const readingSettings = 'swe-28'
