import { spawnSync } from 'node:child_process'
import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FilePath, nameOfPath, textOfPath } from '../../src/inbox/file-path.js'
import { findFiles, isLeftover } from '../../src/inbox/find-files.js'
import { openDocument } from '../../src/inbox/open-document.js'
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
    const names = (paths: readonly FilePath[]) => paths.map((path) => relative(place.folder, textOfPath(path)))
    expect(names(files)).toEqual(['-rf.pdf', 'a.txt', 'b.pdf', 'deep/er/c.png', 'Årsredovisning.pdf'])
    expect(names(notFollowed)).toEqual(['dangling.pdf', 'link.txt', 'linked-folder', 'pipe.pdf'])
  })

  it('passes over what is like an ignored name, and nothing else (F16)', () => {
    const names = ['~$bokslut.pdf', 'a.bak', 'A.BAK', 'a+b.pdf', 'aab.pdf', 'bak.pdf', '@recycle/a.pdf', 'sub/x1.tif']
    for (const name of names) place.write(name, 'x')
    const { files } = findFiles([place.folder], ['~$*', '*.bak', 'a+b.pdf', '@recycle', 'x?.tif'])
    expect(files.map(nameOfPath)).toEqual(['aab.pdf', 'bak.pdf'])
  })

  it('follows a link that is itself what was named', () => {
    place.write('files/a.txt', 'x')
    symlinkSync(place.at('files'), place.at('link'))
    symlinkSync(place.at('files', 'a.txt'), place.at('link.txt'))
    expect(findFiles([place.at('link')]).files).toEqual([realpathSync(place.at('files', 'a.txt'))])
    expect(findFiles([place.at('link.txt')]).files).toEqual([realpathSync(place.at('files', 'a.txt'))])
  })

  it.runIf(process.platform === 'linux')('finds files whose names are no UTF-8, and reads them as Latin 1', () => {
    const folder = Buffer.concat([Buffer.from(`${place.folder}/`), Buffer.from('\xe5r', 'latin1')])
    mkdirSync(folder)
    writeFileSync(Buffer.concat([folder, Buffer.from('/bokslut p\xe5 \xf6n.txt', 'latin1')]), 'hello')
    const { files } = findFiles([place.folder])
    expect(files.map(nameOfPath)).toEqual(['bokslut på ön.txt'])
    expect(openDocument(files[0]!, 100)).toMatchObject({ name: 'bokslut på ön.txt', mediaType: 'text/plain' })
  })

  it('says when there is nothing at a path', () => {
    expect(() => findFiles([place.at('nowhere')])).toThrow(/nothing at/)
  })
})

describe('isLeftover (F16)', () => {
  it.each(['Thumbs.db', '.DS_Store', '._scan.pdf', 'report.pdf.part', 'x.tmp', 'y.crdownload'])('%s', (name) => {
    expect(isLeftover(name)).toBe(true)
  })
  it.each(['report.pdf', 'partial.txt', '.hidden.pdf'])('not %s', (name) => {
    expect(isLeftover(name)).toBe(false)
  })
})
