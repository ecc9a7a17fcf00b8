import type { Chapter } from './chapters.js'
import { writeBlock } from './write-block.js'

/** The blocks of a chapter; its paragraphs may run on over several sheets. */
export function writeChapter({ form, title, paragraphs, columns }: Chapter): string[] {
  const heading = `<h2>${title}</h2>`
  const style = columns ? 'in-columns' : ''
  switch (form) {
    case 'blank':
      return [writeBlock('', 'blank')]
    case 'contents':
      return [writeBlock(heading + paragraphs.map(writeEntry).join(''), 'fresh')]
    case 'board':
      return [writeBlock(`${heading}<table>${paragraphs.map(writeMember).join('')}</table>`, 'flow')]
    case 'text': {
      const [first = '', ...others] = paragraphs
      return [
        writeBlock(`${heading}<p>${first}</p>`, 'fresh', style),
        ...others.map((paragraph) => writeBlock(`<p>${paragraph}</p>`, 'flow', `running-text ${style}`)),
      ]
    }
  }
}

function writeEntry(title: string, index: number): string {
  return `<div class="entry"><span>${title}</span><i class="leader">${'.'.repeat(160)}</i><span>${3 + index}</span></div>`
}

function writeMember(member: string): string {
  return `<tr>${member
    .split('|')
    .map((cell) => `<td>${cell}</td>`)
    .join('')}</tr>`
}
