import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Numbers of the faults that a test's name says it is about: `F12: …`, `… (F5, F6)`. */
export function numbersIn(name: string): number[] {
  // F12 · F70, F71
  return [...new Set([...name.matchAll(/\bF(\d{1,2})\b/g)].map(([, digits]) => Number(digits)))]
}

/** For each test file under a folder of a root the faults that names in it are about, as `file F12`, sorted. */
export function declaredPairs(root: string): string[] {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    // the test of the table itself is about all of them
    .filter((name) => name.endsWith('.test.ts') && name !== 'scripts/describe-faults.test.ts')
    .map((name) => join(root, 'test', name))
  const pairs = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    // 'F12: a file …' · `… (F5, F6)` · "…": a string, on one line
    const strings = text.match(/(['"`])(?:\\.|(?!\1).)*\1/g) ?? []
    return strings.flatMap(numbersIn).map((number) => `${relative(root, file)} F${number}`)
  })
  return [...new Set(pairs)].sort()
}
