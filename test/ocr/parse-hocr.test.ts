import { expect, test } from 'vitest'
import { parseHocr } from '../../src/ocr/parse-hocr.js'
import { toWords } from '../../src/ocr/read-words.js'

const hocr = `
    <span class='ocrx_word' id='word_1_3' title='bbox 194 325 286 351; x_wconf 96'>
     <span class='ocrx_cinfo' title='x_bboxes 194 326 211 347; x_conf 99.5'>1</span>
      <span class='ocrx_cinfo' id='lstm_choices_1_3_1'>
       <span class='ocrx_cinfo' id='choice_1_3_1' title='x_confs 60'>1</span>
       <span class='ocrx_cinfo' id='choice_1_3_2' title='x_confs 30'>7</span>
       <span class='ocrx_cinfo' id='choice_1_3_3' title='x_confs 5'>l</span>
      </span>
     <span class='ocrx_cinfo' title='x_bboxes 213 332 227 347; x_conf 99.5'>4</span>
      <span class='ocrx_cinfo' id='lstm_choices_1_3_2'>
       <span class='ocrx_cinfo' id='choice_1_3_4' title='x_confs 90'>4</span>
       <span class='ocrx_cinfo' id='choice_1_3_5' title='x_confs 1'>9</span>
      </span>
    </span>
    <span class='ocrx_word' id='word_1_4' title='bbox 300 325 310 351; x_wconf NaN'>
     <span class='ocrx_cinfo' title='x_bboxes 300 326 310 347; x_conf -3'>&amp;</span>
    </span>`
const picture = { width: 1000, height: 1000, data: new Uint8Array(1_000_000).fill(255), dpi: 200 }

test('words, boxes and what else each character could be', () => {
  const [first, second] = parseHocr(hocr)
  expect(first?.text).toBe('14')
  expect(first?.box).toEqual({ x0: 194, y0: 325, x1: 286, y1: 351 })
  expect(first?.characters[0]?.choices.map(({ text }) => text)).toEqual(['1', '7', 'l'])
  expect(second).toMatchObject({ text: '&', confidence: 0 })
})

test('the likeliest other figures come first, and letters are none', () => {
  const [word] = toWords(parseHocr(hocr), { picture, inkBelow: 128 })
  expect(word).toMatchObject({
    text: '14',
    alternatives: ['74', '19'],
    box: { x0: 0.194, y0: 0.325, x1: 0.286, y1: 0.351 },
  })
})

test('a second reading stands beside the first, and gives the percent sign that the first cannot', () => {
  const words = (second: string) => toWords(parseHocr(hocr), { picture, inkBelow: 128 }, new Map([[0, second]]))
  expect(words('74')[0]).toMatchObject({ text: '14', second: '74' })
  expect(words('1%')[0]).toMatchObject({ text: '1%', raw: '14', second: '1%' })
})

test('a percent sign in brackets, read as digits, is taken from the second reading', () => {
  const bracketed = parseHocr(hocr.replaceAll('14', '(96)'))
  const [word] = toWords([{ ...bracketed[0]!, text: '(96)' }], { picture, inkBelow: 128 }, new Map([[0, '(%)']]))
  expect(word).toMatchObject({ text: '(%)', raw: '(96)' })
})
