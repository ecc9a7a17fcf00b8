/** Whether two words are as long, and the same but for one letter or digit. */
export function isOneApart(one: string, other: string): boolean {
  return one.length === other.length && [...one].filter((character, index) => character !== other[index]).length === 1
}
