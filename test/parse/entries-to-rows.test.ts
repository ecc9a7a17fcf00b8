import { describe, expect, it } from 'vitest'
import { rows, type Sketch } from '../support/sketch-entries.js'

describe('entriesToRows', () => {
  it.each<[string, Sketch[], string[]]>([
    [
      'words whose line lies over the next are its own',
      [
        ['Övriga skulder till kreditinstitut', 106],
        ['långfristiga skulder', null, 0.4],
        ['Summa', 106, -0.1],
      ],
      ['Övriga skulder till kreditinstitut: 106', 'Summa långfristiga skulder: 106'],
    ],
    [
      'a label of which the number of the note stands on the next line',
      [
        ['Upplupna kostnader samt förutbetalda intäkter Not', null, 0.7],
        ['3', 450, 0.2],
        ['Skatteskulder', 7, 0.7],
      ],
      ['Upplupna kostnader samt förutbetalda intäkter: 450', 'Skatteskulder: 7'],
    ],
    ['a reference in brackets behind a label', [['Personalkostnader (5)', 40]], ['Personalkostnader: 40']],
    [
      'capitals over their figures, which end where words must follow, are no rest of the row above',
      [
        ['ÖVRIGA INKOMSTER', 20, 0.4],
        ['FÖRENINGENS INKOMSTER,', null, 0],
        ['TOTALT', 30, 0.4],
        ['KOSTNADER I RÖRELSEN', 9, 0.4],
        ['RESULTAT EFTER', null, 0],
        ['AVSKRIVNINGAR ENLIGT', null, 0.3],
        ['PLAN', 21, 0.4],
      ],
      [
        'ÖVRIGA INKOMSTER: 20',
        'FÖRENINGENS INKOMSTER, TOTALT: 30',
        'KOSTNADER I RÖRELSEN: 9',
        'RESULTAT EFTER AVSKRIVNINGAR ENLIGT PLAN: 21',
      ],
    ],
    [
      'the label of a sum goes on, though what follows is a label too',
      [
        ['SUMMA MEDLEMSAVGIFTER OCH', null, 0.7],
        ['BIDRAG', 436, 0.4],
      ],
      ['SUMMA MEDLEMSAVGIFTER OCH BIDRAG: 436'],
    ],
    [
      'lines that begin with one word, each over one row',
      [
        ['Medlemsavgift', null, 1],
        ['Kansliet i Norr', 30, 0.4],
        ['Medlemsavgift Region', null, 0.5],
        ['Österskog', 20, 0.4],
        ['Medlemsavgift', null, 0.6],
        ['Örmossens by', 10, 0.4],
      ],
      ['Medlemsavgift Kansliet i Norr: 30', 'Medlemsavgift Region Österskog: 20', 'Medlemsavgift Örmossens by: 10'],
    ],
    [
      'capitals that go on below their figures, closer than rows stand',
      [
        ['HYROR', 57, 0.7],
        ['BANKAVGIFTER', 7, 0.7],
        ['ARVODEN', 6, 0.7],
        ['RÄNTEINTÄKTER OCH', 20, 0.7],
        ['KURSVINSTER', null, 0.2],
        ['ANSKAFFNINGSVÄRDEN', 50, 0.7],
        ['ENLIGT PLAN', null, 0.2],
        ['SUMMA', 70, 0.7],
      ],
      [
        'HYROR: 57',
        'BANKAVGIFTER: 7',
        'ARVODEN: 6',
        'RÄNTEINTÄKTER OCH KURSVINSTER: 20',
        'ANSKAFFNINGSVÄRDEN ENLIGT PLAN: 50',
        'SUMMA: 70',
      ],
    ],
    [
      'a label that begins low goes on in a line much closer than rows stand',
      [
        ['Summa', 57, 0.8],
        ['varav styrelse och verkställande', null, 0.8],
        ['direktör', 30, 0.2],
        ['Annat', 3, 0.8],
      ],
      ['Summa: 57', 'varav styrelse och verkställande direktör: 30', 'Annat: 3'],
    ],
    [
      'a label broken behind "före"',
      [
        ['HYROR', 57, 0.5],
        ['RESULTAT FÖRE', null, 0.5],
        ['SKATTER OCH AVGIFTER', 30, 0.5],
      ],
      ['HYROR: 57', 'RESULTAT FÖRE SKATTER OCH AVGIFTER: 30'],
    ],
    [
      'a word over the parts of a sum is no end of its label',
      [
        ['Summa', 57],
        ['varav', null],
        ['Kvinnor', 30],
        ['Män', 27],
      ],
      ['Summa: 57', 'varav > Kvinnor: 30', 'varav > Män: 27'],
    ],
    [
      'a label that goes on where a letter was misread, though its end alone is the label of other rows',
      [
        ['Skattekonto', 5, 1.1],
        ['Förutbetalda kostnader och upplupna', null, 1.1],
        ['mtäkter', 7, 0.9],
      ],
      ['Skattekonto: 5', 'Förutbetalda kostnader och upplupna intäkter: 7'],
    ],
    [
      'rows as they stand',
      [
        ['Kassa och bank', 5],
        ['Fordringar', 7],
      ],
      ['Kassa och bank: 5', 'Fordringar: 7'],
    ],
    [
      'a date that ends a label on a line of its own',
      [
        ['Ingående balans', null, 0.9],
        ['2006-01-01', 40, 0.4],
      ],
      ['Ingående balans 2006-01-01: 40'],
    ],
    [
      'a heading of which the end was not read, over a label that is whole',
      [
        ['Kortfristiga i', null, 0.5],
        ['Leverantörsskulder', 40, 0.5],
        ['Skatteskulder', 3, 0.5],
      ],
      ['Leverantörsskulder: 40', 'Skatteskulder: 3'],
    ],
    ['a per cent sign that the reader does not know', [['Hyresbortfall YA', 10]], ['Hyresbortfall %: 10']],
    [
      'a label over three lines',
      [
        ['Ingående avskrivningar', -20, 0.9],
        ['Utgående', null, 0.9],
        ['ackumulerade', null],
        ['avskrivningar', -29],
      ],
      ['Ingående avskrivningar: -20', 'Utgående ackumulerade avskrivningar: -29'],
    ],
    [
      'a heading where sums stand apart from the rows over them',
      [
        ['Insatser', 5, 0.9],
        ['Summa insatser', 5, 1.9],
        ['Fordringar', null, 1.9],
        ['Kundfordringar', 2, 0.9],
        ['Skattekonto', 3, 0.9],
        ['Summa fordringar', 5, 1.9],
        ['Summa', 10, 1.9],
      ],
      [
        'Insatser: 5',
        'Summa insatser: 5',
        'Fordringar > Kundfordringar: 2',
        'Fordringar > Skattekonto: 3',
        'Fordringar > Summa fordringar: 5',
        'Fordringar > Summa: 10',
      ],
    ],
    [
      'a heading in capitals that ends like an unfinished label, and a row of two close under it',
      [
        ['Summa', 9, 0.6],
        ['VA R AV', null, 2.2],
        ['Kundfordringar', 5, 0.6],
        ['Skattekonto', 4, 0.6],
      ],
      ['Summa: 9', 'VA R AV > Kundfordringar: 5', 'VA R AV > Skattekonto: 4'],
    ],
    [
      'a heading over rows',
      [
        ['TILLGÅNGAR', null],
        ['Kassa och bank', 5],
        ['SKULDER', null],
        ['Leverantörsskulder', 7],
      ],
      ['TILLGÅNGAR > Kassa och bank: 5', 'SKULDER > Leverantörsskulder: 7'],
    ],
    [
      'a label over two lines, figures on the second',
      [
        ['Upplupna kostnader och', null],
        ['förutbetalda intäkter', 5],
      ],
      ['Upplupna kostnader och förutbetalda intäkter: 5'],
    ],
    [
      'a label over two lines, figures on the first',
      [
        ['Upplupna kostnader och', 5],
        ['förutbetalda intäkter', null],
      ],
      ['Upplupna kostnader och förutbetalda intäkter: 5'],
    ],
    [
      'a label over two lines, figures between',
      [
        ['Upplupna kostnader och', null],
        ['', 5],
        ['förutbetalda intäkter', null],
      ],
      ['Upplupna kostnader och förutbetalda intäkter: 5'],
    ],
    [
      'a label over two lines below a heading',
      [
        ['Skulder', null],
        ['Upplupna kostnader och', null],
        ['förutbetalda intäkter', 5],
      ],
      ['Skulder > Upplupna kostnader och förutbetalda intäkter: 5'],
    ],
    [
      'a space parts a heading from a row that begins low',
      [
        ['Skulder', null],
        ['varav långfristiga', 5, 3],
      ],
      ['Skulder > varav långfristiga: 5'],
    ],
    [
      'a sum without a name',
      [
        ['Kassa', 5],
        ['', 5],
      ],
      ['Kassa: 5', '·: 5'],
    ],
    ['no letters are no name', [['. _', 5]], ['·: 5']],
    [
      'running text is no heading',
      [
        ['Förbundet har under året haft flera insatser i samverkan.', null],
        ['Kassa', 5],
      ],
      ['Kassa: 5'],
    ],
    ['nothing', [], []],
  ])('%s', (_, sketches, expected) => {
    expect(rows(sketches)).toEqual(expected)
  })
})
