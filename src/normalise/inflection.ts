const endings = new Set(
  (
    'a e n r s t d en et er ar or an na ns ts as es rs ens ets ers ars ors erna arna orna ernas arnas ' +
    'ade at ats ande are aren arens arna aste it its de dt da ad llt lt tt nde ndet nden are aren het'
  ).split(' '),
)
const shortestStem = 3

/** A word without its dots, rings and accents. */
export function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * Whether two lower-case words are alike up to an ending of number, definiteness, tense or gender. Such a word is
 * more likely another form than a misreading.
 */
export function isOtherForm(word: string, other: string): boolean {
  const left = withoutMarks(word)
  const right = withoutMarks(other)
  if (left === right) return false
  let stem = 0
  while (stem < left.length && left[stem] === right[stem]) stem++
  for (let length = stem; length >= Math.max(shortestStem, stem - 2); length--) {
    const [one, two] = [left.slice(length), right.slice(length)]
    if ((one === '' || endings.has(one)) && (two === '' || endings.has(two))) return true
  }
  return false
}
