import { mkdirSync, writeFileSync } from 'node:fs'
import { publicViews } from '../src/store/public-views.js'
import { printViews } from './describe-data/print-views.js'

const target = new URL('../docs/data.md', import.meta.url)
mkdirSync(new URL('.', target), { recursive: true })
writeFileSync(target, printViews(publicViews))
