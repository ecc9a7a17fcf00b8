import { describe, expect, test } from 'vitest'
import {
  foldLabel,
  isCashLike,
  isClosingBalance,
  isCost,
  isRemainder,
  isResult,
  isSumWord,
  isTherein,
  isTogether,
  isTotalAssets,
  isTotalEquity,
  isTotalEquityAndLiabilities,
  isYearResult,
  labelLikeness,
} from '../../src/arithmetic/row-kind.js'

describe('what a label says about arithmetic', () => {
  test.each([
    ['Summa omsättningstillgångar', isSumWord, true],
    ['SUNMNMIA', isSumWord, true],
    ['S:a kostnader', isSumWord, true],
    ['TOTALT DRIFTKOSTNADER', isSumWord, true],
    ['Fordringar totalt', isSumWord, true],
    ['Sammanlagt', isSumWord, true],
    ['Rörelsens kostnader tillsammans', isSumWord, true],
    ['Husens bokförda värde', isClosingBalance, true],
    ['Bokfört restvärde', isClosingBalance, true],
    ['Redovisade anslag', isClosingBalance, false],
    ['Redovisat nettoresultat', isYearResult, true],
    ['Årets redovisade överskott', isYearResult, true],
    ['Redovisad nettovinst/förlust', isYearResult, true],
    ['Redovisade anslag', isYearResult, false],
    ['Rörelsens överskott', isRemainder, true],
    ['Bruttovinst', isRemainder, true],
    ['Överskottsmedel', isRemainder, false],
    ['Vinst vid försäljning av inventarier', isRemainder, false],
    ['Rörelsens samlade kostnader', isTogether, true],
    ['Årets förändring av eget kapital', isYearResult, true],
    ['Förändring av eget kapital', isYearResult, false],
    ['Kvarstår efter fondering', isResult, true],
    ['Sammanlagda avskrivningar', isSumWord, true],
    ['Samordnare', isSumWord, false],
    ['Tillgångar, summa', isTotalAssets, true],
    ['Anläggningstillgångar totalt', isTotalAssets, false],
    ['Överskott före räntor', isResult, true],
    ['Årets vinst/förlust', isResult, true],
    ['ÅRETSVINST/FÖRLUST', isYearResult, true],
    ['Skatt på årets vinst', isResult, false],
    ['Överskottsmedel', isResult, false],
    ['Resultat från andelar i koncernföretag', isResult, false],
    ['Verksamhetens nettokostnader', isResult, true],
    ['Balanserat resultat', isResult, false],
    ['därav årets resultat', isTherein, true],
    ['därav årets resultat', isYearResult, true],
    ['Årets över-/underskott', isYearResult, true],
    ['Resultat före bokslutsdispositioner och skatt', isResult, true],
    ['Förslag till resultatdisposition', isResult, false],
    ['Summa anläggningstillgångar', isTotalAssets, false],
    ['SUMMA TILLGANGAR', isTotalAssets, true],
    ['Summa skulder och eget kapital', isTotalEquity, false],
    ['Summa skulder och eget kapital', isTotalEquityAndLiabilities, true],
    ['Summa bundet eget kapital', isTotalEquity, false],
    ['Upplupna kostnader', isCost, false],
    ['Klientmedel hos SBC', isCashLike, true],
  ] as const)('%s', (label, holds, expected) => {
    expect(holds(foldLabel(label))).toBe(expected)
  })

  test('labels that differ by a reader’s damage are alike, other accounts are not', () => {
    expect(labelLikeness('Ökning/minskning kortfristiga fordringar', 'Okning/minskning kortfristiga fordringar')).toBe(
      1,
    )
    expect(labelLikeness('Finansiella intäkter', 'Finansiella kostnader')).toBeLessThan(0.8)
  })
})
