import { table } from './build-report.js'

/** A statement of income over two years, and the balance sheet that its result meets. */
export const income = table(
  'income_statement',
  [
    ['Verksamhetens intäkter', 3_986_000, 4_010_000],
    ['Verksamhetens kostnader', -3_970_640, -3_181_444],
    ['Årets resultat', 15_360, 828_556],
  ],
  { noteRefs: { 'Verksamhetens intäkter': '1', 'Verksamhetens kostnader': '2' } },
)
export const balance = table('balance_sheet', [
  ['Kortfristiga fordringar', 175_916, 30_691],
  ['Kassa och bank', 2_858_589, 2_032_732],
  ['Summa tillgångar', 3_034_505, 2_063_423],
  ['Ingående eget kapital', 1_777_068, 948_512],
  ['Årets resultat', 15_360, 828_556],
  ['Summa eget kapital', 1_792_428, 1_777_068],
  ['Kortfristiga skulder', 1_242_077, 286_355],
  ['Summa eget kapital och skulder', 3_034_505, 2_063_423],
])
