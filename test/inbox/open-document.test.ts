import { spawnSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mediaTypeOf } from '../../src/inbox/media-type-of.js'
import { openDocument } from '../../src/inbox/open-document.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

const cap = 10_000

describe('mediaTypeOf', () => {
  it.each([
    ['scan.dat', '%PDF-1.7\n', 'application/pdf'],
    ['late.pdf', `${'junk\n'.repeat(100)}%PDF-1.4`, 'application/pdf'],
    ['too-late.pdf', `${'x'.repeat(1100)}%PDF-1.4`, undefined],
    ['really-a-picture.pdf', '\xff\xd8\xff\xe0', 'image/jpeg'],
    ['a.bin', '\x89PNG\r\n\x1a\n', 'image/png'],
    ['intel', 'II*\0', 'image/tiff'],
    ['motorola', 'MM\0*', 'image/tiff'],
    ['report.TXT', 'Resultaträkning', 'text/plain'],
    ['report.md', 'Resultaträkning', undefined],
    ['page.pdf', '<!doctype html>', undefined],
    ['archive.pdf', 'PK\x03\x04', undefined],
  ])('%s', (name, head, mediaType) => {
    expect(mediaTypeOf(name, Buffer.from(head, 'latin1'))).toBe(mediaType)
  })
})

describe('openDocument', () => {
  it('reads a file once: bytes, hash and kind belong together', () => {
    const document = openDocument(place.write('a.txt', 'hello'), cap)
    expect(document?.sha256).toBe('2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824')
    expect(document?.mediaType).toBe('text/plain')
  })

  it('passes over what is no document and claims to be none', () => {
    expect(openDocument(place.write('notes.md', 'hello'), cap)).toBeUndefined()
    expect(openDocument(place.write('broken.pdf', 'hello'), cap)?.mediaType).toBeUndefined()
  })

  it('never opens a link or waits on a pipe (F5, F6)', () => {
    symlinkSync('/etc/passwd', place.at('link.txt'))
    expect(() => openDocument(place.at('link.txt'), cap)).toThrow(/could not be opened/)
    spawnSync('mkfifo', [place.at('pipe.txt')])
    expect(() => openDocument(place.at('pipe.txt'), cap)).toThrow(/not a plain file/)
  })

  it('tells what is gone and what is too large', () => {
    expect(() => openDocument(place.at('gone.pdf'), cap)).toThrow(/went away/)
    expect(() => openDocument(place.write('large.txt', 'x'.repeat(cap + 1)), cap)).toThrow(/the cap is/)
  })
})
