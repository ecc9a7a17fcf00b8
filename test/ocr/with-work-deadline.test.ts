import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { withWorkDeadline } from '../../src/ocr/with-work-deadline.js'

const late = (): Error => new Error('late')

test('a thread that works for ever is late (F36)', async () => {
  const thread = new Worker('for (;;);', { eval: true })
  const ended = new Promise((resolve) => thread.once('exit', resolve))
  await expect(withWorkDeadline(ended, 100, late)).rejects.toThrow('late')
  await thread.terminate()
})

test('a work that is given no processor is not late until long after', async () => {
  await expect(withWorkDeadline(sleep(300, 'done'), 100, late)).resolves.toBe('done')
  await expect(withWorkDeadline(sleep(2000), 20, late)).rejects.toThrow('late')
})
