/** What came of a decision: whether it was made, and a sentence for the person who made it. */
export interface Said {
  readonly isDone: boolean
  readonly message: string
}

/** Sends a decision to the desk. */
export async function decide(body: Readonly<Record<string, string>>): Promise<Said> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="avstam-token"]')?.content ?? ''
  const headers = { 'content-type': 'application/json', 'x-avstam-token': token }
  try {
    const response = await fetch('/decisions', { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.ok) return { isDone: true, message: body.kind === 'undo' ? 'Undone.' : 'Decided.' }
    const text = await response.text()
    return { isDone: false, message: response.headers.get('content-type')?.includes('json') ? inWords(text) : text }
  } catch {
    return { isDone: false, message: 'The desk does not answer: is avstam review still running?' }
  }
}

function inWords(text: string): string {
  const { message, yours, theirs } = JSON.parse(text) as { message?: string; yours?: string; theirs?: string | null }
  const both = yours !== undefined && theirs != null ? ` Yours: ${yours}. Now: ${theirs}. Reload to see it.` : ''
  return `${message ?? 'That was refused.'}${both}`
}
