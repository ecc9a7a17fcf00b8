import type { Reader } from './reader.js'
import { createTesseractJsReaders } from './tesseract-js-reader.js'
import { createTesseractNativeReaders } from './tesseract-native-reader.js'

type Engine = 'js' | 'native'

/** Readers that are kept from page to page and from document to document: starting one takes as long as a small page. */
export interface ReaderPool {
  take(engine: Engine): Reader
  giveBack(engine: Engine, reader: Reader): void
  /** Ends all readers, those that are still at work when they are given back. */
  close(): Promise<void>
}

/** A reader that nobody took in this time is ended: it holds memory. */
const restMilliseconds = 15_000

/** Readers are started when they are asked for, and end after `rest` milliseconds in which nobody asked for them. */
export function createReaderPool(rest = restMilliseconds): ReaderPool {
  const create = { js: createTesseractJsReaders(), native: createTesseractNativeReaders() } as const
  const idle: { engine: Engine; reader: Reader; timer: NodeJS.Timeout }[] = []
  let isClosed = false
  return {
    take(engine) {
      const at = idle.findLastIndex((one) => one.engine === engine)
      if (at < 0) return create[engine]()
      const [{ reader, timer }] = idle.splice(at, 1) as [(typeof idle)[number]]
      clearTimeout(timer)
      return reader
    },
    giveBack(engine, reader) {
      if (isClosed) {
        void reader.close()
        return
      }
      const timer = setTimeout(() => {
        idle.splice(
          idle.findIndex((one) => one.reader === reader),
          1,
        )
        void reader.close()
      }, rest)
      idle.push({ engine, reader, timer: timer.unref() })
    },
    async close() {
      isClosed = true
      for (const { timer } of idle) clearTimeout(timer)
      await Promise.all(idle.splice(0).map(({ reader }) => reader.close()))
    },
  }
}
