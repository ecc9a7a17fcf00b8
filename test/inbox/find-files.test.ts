import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFiles, isLeftover } from '../../src/inbox/find-files.js'
import { Workplace } from '../support/workplace.js'

let place: Workplace
beforeEach(() => {
  place = new Workplace()
})
afterEach(() => place.remove())

describe('findFiles', () => {
  it('finds files in all folders, sorted, each once, and follows nothing', () => {
    for (const name of ['b.pdf', 'a.txt', 'deep/er/c.png', 'Årsredovisning.pdf', '-rf.pdf']) place.write(name, 'x')
    place.write('.DS_Store', 'x')
    mkdirSync(place.at('elsewhere'))
    symlinkSync('/etc/passwd', place.at('link.txt'))
    symlinkSync(place.at('elsewhere'), place.at('linked-folder'))
    symlinkSync(place.at('nowhere'), place.at('dangling.pdf'))
    expect(spawnSync('mkfifo', [place.at('pipe.pdf')]).status).toBe(0)
    const { files, notFollowed } = findFiles([place.folder, place.at('deep')])
    const names = (paths: readonly string[]) => paths.map((path) => relative(place.folder, path))
    expect(names(files)).toEqual(['-rf.pdf', 'a.txt', 'b.pdf', 'deep/er/c.png', 'Årsredovisning.pdf'])
    expect(names(notFollowed)).toEqual(['dangling.pdf', 'link.txt', 'linked-folder', 'pipe.pdf'])
  })

  it('says when there is nothing at a path', () => {
    expect(() => findFiles([place.at('nowhere')])).toThrow(/nothing at/)
  })
})

describe('isLeftover', () => {
  it.each(['Thumbs.db', '.DS_Store', '._scan.pdf', 'report.pdf.part', 'x.tmp', 'y.crdownload'])('%s', (name) => {
    expect(isLeftover(name)).toBe(true)
  })
  it.each(['report.pdf', 'partial.txt', '.hidden.pdf'])('not %s', (name) => {
    expect(isLeftover(name)).toBe(false)
  })
})
