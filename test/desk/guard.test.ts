import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OpenDesk, openDesk } from '../support/open-desk.js'
import { soundReport } from '../support/small-report.js'
import { Workplace } from '../support/workplace.js'

const place = new Workplace()
let desk: OpenDesk
let ask: OpenDesk['ask']
let token: string

beforeAll(async () => {
  const file = place.write('papers/sound.txt', JSON.stringify([soundReport()]))
  await place.avstam(['run', file])
  desk = await openDesk(place)
  ask = desk.ask
  token = desk.token
})
afterAll(() => {
  desk.close()
  place.remove()
})

describe('who may ask', () => {
  test.each(['evil.example', '192.168.1.4:4877', '127.0.0.1.evil.example'])('F63: not as %j', async (host) => {
    expect((await ask('/documents', { headers: { host } })).status).toBe(403)
  })

  test.each(['127.0.0.1:4877', 'localhost', '[::1]:9'])('F63: as %s', async (host) => {
    expect((await ask('/documents', { headers: { host } })).status).toBe(200)
  })

  test.each([
    ['no token', { 'x-avstam-token': '' }],
    ['a wrong token', { 'x-avstam-token': 'a-token' }],
    ['another origin', { origin: 'http://evil.example' }],
    ['another port of this host', { host: '127.0.0.1:4877', origin: 'http://127.0.0.1:80' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('F64: no change with %s', async (_, headers) => {
    const all = { 'x-avstam-token': token, ...headers }
    expect((await ask('/decisions', { method: 'POST', headers: all, body: '{}' })).status).toBe(403)
  })

  test('F64: a change from one of its own pages is looked at', async () => {
    expect(await desk.decide({})).toMatchObject({ status: 400 })
  })
})

describe('what a browser may do with an answer', () => {
  test('nothing is run or framed that the desk did not send, and nothing is kept', async () => {
    const { headers } = await ask('/documents')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('a page holds no script and no style of its own', async () => {
    const html = await (await ask('/documents')).text()
    expect(html).not.toMatch(/<script(?! type="module" src="\/assets\/desk\.js")|<style|\sstyle=|\son[a-z]+=/)
  })
})

describe('limits', () => {
  test('F68: what is too much is not taken', async () => {
    const headers = { 'x-avstam-token': token }
    const response = await ask('/decisions', { method: 'POST', headers, body: 'x'.repeat(100_000) })
    expect(response.status).toBe(413)
  })

  test.each([
    '/nothing',
    '/documents/..%2f..%2fetc%2fpasswd',
    '/documents/%2e%2e/%2e%2e/db.sqlite',
    '/assets/../db.sqlite',
  ])('F66: there is nothing at %s', async (path) => {
    const response = await ask(path)
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('no such page')])
  })
})
