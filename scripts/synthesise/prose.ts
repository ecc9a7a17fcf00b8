import type { Unit } from '../../src/model/report.js'
import type { QuotedFigure } from './made-report.js'
import { PROSE, type ProseSubject } from './prose-sentences.js'
import type { Random } from './random.js'

/** Digits in groups of three with a minus in front. */
function plainAmount(value: number): string {
  const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ' ')
  return value < 0 ? `-${digits}` : digits
}

function paragraphsOf(random: Random, sentences: readonly string[], count: number): string[] {
  const chosen = random.sample(sentences, count)
  const paragraphs: string[] = []
  while (chosen.length > 0) paragraphs.push(chosen.splice(0, random.between(2, 4)).join(' '))
  return paragraphs
}

type Quotable = { year: number; result: number | null; unit: Unit }

/** Running text of the board, with the figures it quotes. */
export function writeProse(random: Random, subject: ProseSubject, { year, result, unit }: Quotable) {
  const { count, sentences } = PROSE[subject]
  const paragraphs = paragraphsOf(random, sentences, random.between(...count))
  const quoted: QuotedFigure[] = []
  if (result !== null && random.chance(0.6)) {
    const amount = `${plainAmount(result)} ${unit}`
    paragraphs.push(
      random.pick([
        `Årets resultat uppgår till ${amount}.`,
        `Resultatet för ${year} blev ${amount}, vilket styrelsen bedömer som tillfredsställande.`,
      ]),
    )
    quoted.push({ label: 'Årets resultat', value: result })
  }
  return { paragraphs, quoted }
}
