import type { Family } from './family.js'

const LONG_NOTE_HEADS = ['last_year', 'words', 'closing_day', 'one_line', 'day_month', 'outgoing']
const LONG_HEADS = ['slash', 'one_line', 'one_year_range', 'day_month', 'words', 'year_dots']

const isGroup = ({ kinds }: Family) => kinds.includes('group')
const isPublic = ({ kinds }: Family) => kinds.some((kind) => kind === 'coordination' || kind === 'federation')
const isTyped = ({ font }: Family) => font.includes('Mono')

/** Combinations that paper cannot hold truthfully, or that a reader of paper could not tell apart. */
const UNPRINTABLE: readonly (readonly [why: string, (family: Family) => boolean])[] = [
  [
    'a bare number behind a row is one of its words, and one in a column without a head is an amount',
    ({ noteColumn, noteColumnHead, noteAt }) =>
      (noteColumn === 'number' || noteColumn === 'dot') && (noteAt === 'in_label' || noteColumnHead === ''),
  ],
  [
    'references and negative figures in brackets look alike',
    ({ noteColumn, minus }) => noteColumn === 'parentheses' && minus === 'parentheses',
  ],
  [
    'a trailing minus and the stroke of kronor run together; neither thousands nor öre have such a stroke',
    ({ figureEnd, minus, units, decimals }) =>
      (figureEnd !== '' && (minus === 'trailing' || units.includes('tkr'))) || (figureEnd === ':-' && decimals > 0),
  ],
  [
    'the title in the row of heads takes the place of the unit and the days',
    ({ titleAt, unitLine, yearHead, daysUnderTitle }) =>
      titleAt === 'head' &&
      (unitLine === 'row' || unitLine === 'under_title' || yearHead === 'days_beside' || daysUnderTitle),
  ],
  [
    'unit and days would stand in one place',
    ({ unitLine, yearHead }) => yearHead === 'days_beside' && unitLine === 'row',
  ],
  [
    'principles that tell the unit stand over the notes that follow all statements',
    ({ unitLine, notesUnder }) => unitLine === 'principles' && notesUnder === 'their_statement',
  ],
  [
    'a sheet has its own line of heads beside notes in a margin alone, and there each has them else',
    ({ noteHeads, notes }) =>
      (noteHeads === 'sheet' && notes !== 'margin') || (noteHeads === 'first' && notes === 'margin'),
  ],
  [
    'heads that stand once cannot serve notes with columns of their own width, or notes under several statements',
    (family) =>
      family.noteHeads !== 'each' &&
      (family.notesUnder === 'their_statement' ||
        family.amounts !== 'one_column' ||
        family.wideNotes ||
        family.table === 'close' ||
        family.table === 'columned' ||
        (family.noteHeads === 'first' && isGroup(family))),
  ],
  [
    'half a sheet is too narrow for notes with four columns, and for long heads that share its width',
    (family) =>
      family.notes === 'two_columns' &&
      (isGroup(family) ||
        family.wideNotes ||
        family.notesUnder === 'their_statement' ||
        family.amounts !== 'one_column' ||
        family.furniture === 'side' ||
        (family.noteHeads === 'first' && LONG_NOTE_HEADS.includes(family.yearHead))),
  ],
  [
    'a sentence before the figures has no place beside a number in the margin',
    ({ notes, remarks }) => notes === 'margin' && remarks === 'before',
  ],
  [
    'both sides of a balance fit beside each other on a broad sheet alone',
    (family) =>
      family.balance === 'beside' &&
      (!family.landscape ||
        isGroup(family) ||
        family.amounts !== 'one_column' ||
        family.furniture === 'side' ||
        family.labelWidth > 50),
  ],
  ['two broad sheets are wider than any scanner', ({ spread, landscape }) => spread && landscape],
  [
    'an inner and an outer column for each of three columns and more are wider than the sheet',
    (family) =>
      family.amounts === 'inner_and_outer' &&
      (isGroup(family) ||
        family.habits.budget !== false ||
        family.habits.nextBudget === true ||
        family.varianceOfResult !== 'none' ||
        family.coordinationHabits.budgetColumn === true ||
        family.furniture === 'side'),
  ],
  [
    'four columns of long heads, or typed ones, are wider than the sheet',
    (family) =>
      isGroup(family) &&
      family.entities === 'beside' &&
      (LONG_HEADS.includes(family.yearHead) || isTyped(family) || family.furniture === 'side'),
  ],
  [
    'a group prints the last year beside its own, and no plans',
    (family) =>
      isGroup(family) &&
      (family.years === 'current' || family.habits.budget === true || family.habits.nextBudget === true),
  ],
  [
    'public bodies, and those whose statements hold every account, number another note as their first',
    (family) => family.noteOfPrinciples && (isPublic(family) || family.habits.detailed === true),
  ],
  [
    'numbers of chapters and of notes look alike',
    ({ numbered, noteHead }) =>
      numbered && (noteHead === 'bare' || noteHead === 'number_dot' || noteHead === 'bracket'),
  ],
  [
    'a variance stands behind the budget and the outcome that it lies between',
    ({ order, varianceOfResult }) => order === 'comparative_first' && varianceOfResult !== 'none',
  ],
  ['only a typewriter strikes under heads', ({ headStrokes, table }) => headStrokes && table !== 'typed'],
]

/** Whether nothing in the family keeps its reports from being printed truthfully. */
export function isPrintable(family: Family): boolean {
  return !UNPRINTABLE.some(([, hinders]) => hinders(family))
}
