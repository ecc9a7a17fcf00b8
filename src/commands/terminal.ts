/** Where a command's words go: data to `out`, progress and messages to `err`. Only `cli.ts` knows the real ones. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether `err` is a terminal on which a line can be written over. */
  readonly interactive: boolean
  /** How many characters a line of `err` holds now; absent where that is not known. */
  readonly columns?: number | undefined
}

const mostNamed = 5

/** The first few names of a list, made safe to print, and how many more there are. */
export function printableList(names: readonly string[]): string {
  const named = names.slice(0, mostNamed).map(printable).join(', ')
  return names.length > mostNamed ? `${named} and ${names.length - mostNamed} more` : named
}

/** Text from outside made safe to print: control and direction marks, which could rewrite the screen, become `�`. */
export function printable(text: string): string {
  // a file name such as "report\u001b[2J\u202Efdp.txt"
  return text.replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu, '�')
}
