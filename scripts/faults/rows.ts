/** A fault to survive, by its number, and what must then be true. */
export interface FaultRow {
  readonly number: number
  readonly fault: string
  readonly wanted: string
}

const areas: readonly (readonly [first: number, title: string])[] = [
  [1, 'Inbox and files'],
  [18, 'PDF content'],
  [34, 'Reading'],
  [44, 'Runs, processes, power'],
  [55, 'Database'],
  [63, 'Review pages'],
  [70, 'Exports and surroundings'],
]

const named: readonly string[] = [
  'a file is still being written | not touched until it is stable, then one result',
  'its size is set first and its bytes come later | waits, refuses nothing',
  'its writer died half-way | kept apart as truncated',
  'empty, junk, HTML or ZIP under the name of a PDF | refused by name',
  'links to files, folders and nothing | never followed',
  'pipes, sockets, devices | nobody waits for them',
  'hard links, and files swapped between hash and use | the result belongs to the hashed bytes',
  'hostile names | shown as they are, paths come from the hash',
  'the same bytes twice, the same report again | duplicate, or probable duplicate',
  'many events for one file, two that watch | taken once',
  'a file goes away while it is queued or read | vanished, or finished',
  'files and folders that may not be read or emptied, another file system | said clearly, the others go on',
  'ten thousand files at once | all taken, descriptors bounded',
  'files that come while watching begins, lost events | found by looking again',
  'archive, database or configuration inside the inbox | refuses to start',
  'what systems and downloads leave behind | passed over without a word',
  'clocks that jump, times to come | nobody is kept waiting',
  'passwords and certificates | encrypted, and the rest goes on; one for the owner only is read',
  'broken index, lost trailer, wrong offsets | the same result as undamaged',
  'page trees, forms and objects that lead in circles | opened or refused within 5 s; circles through a pattern at the deadline of 60 s',
  'a content stream that unfolds to 150 MB | ended at the deadline, the next file is read',
  'a picture of 30 000 by 30 000 pixels | named too large',
  'enormous pictures | under the cap, or a named failure',
  'absurd, negative, reversed and turned pages | pixels are counted first, pages stand upright',
  'thousands of pages | memory stays flat',
  'every way to encode a picture | the same ink and the same words',
  'scripts, programs, addresses, attachments in a PDF | nothing is run, written or asked',
  'a text layer that says other than the picture | told, never silently believed',
  'notes and fields laid over the page | what shows is read',
  'no pages, blank pages, tiny pictures | blank, or refused by name',
  'turned, skewed, double and noisy pages | put right, or for a person to look at',
  'portfolios, dynamic forms, signatures | a clear reason, or read',
  'half characters, controls, turns of direction | stored clean, joined to no figure',
  'a corrupt picture given to the engine | the page fails, the process lives',
  'the reading process is killed | read once more, then failed',
  'reading never comes back | ended; the document is partial',
  'memory creeps | bounded over hundreds of pages',
  'language data missing or cut short | ends with 3 before any file is touched',
  'an engine that gives nonsense | refused with a reason',
  'another order, another number of jobs | the same bytes',
  'another engine or model | nothing is mixed',
  'a solver that finds nothing, or a tie | never a pick',
  'lines made to take for ever | each within milliseconds',
  'two runs at once | the second ends with 4, or waits',
  'a lease left by the dead | taken over',
  'interruptions, a closed terminal | a consistent state, 130 or 143',
  'killed at every named step | the next run ends in the same database',
  'power cut | what let a file go is durable before the file goes',
  'the disk is full | ends with 5, nothing lost, the next run completes',
  'read-only disks, bad sectors | the others go on',
  'leftovers of crashes | no trail',
  'little memory | large exports stay flat',
  'a document that kills the program each time | left alone after three times',
  'sleep in the middle of a run | goes on',
  'a database that is damaged, empty, foreign or newer | refused, never overwritten',
  'companion files lost, copies made while writing | whole, by `backup`',
  'a database on a network share | refused',
  'a reader that stays open for days | the log of changes stays bounded',
  'an interrupted migration, an older program | old or new, never between',
  'orphans, wrong types, huge amounts | refused loudly, stored exactly',
  'an archive that rots | each kind is told',
  'restored elsewhere | the same exports',
  'asked from another machine or name | 403',
  'asked from another site | 403',
  'texts that look like markup | shown literally',
  'paths that climb | 404',
  'the original, served | as an attachment',
  'huge and slow requests | refused',
  'two that edit one figure | 409 with both values',
  'cells that look like formulas | defused, numbers stay numbers',
  'what spreadsheets make of dates, noughts and letters | equal when read back',
  'an interrupted export | whole, or not there',
  'another language, another time zone | the same bytes',
  'no network | all works, and nothing is tried',
  'a part that is not installed | named, ends with 3',
]

/** All faults in order, by area. */
export const faultRows: readonly FaultRow[] = named.map((line, index) => {
  const [fault = '', wanted = ''] = line.split(' | ')
  return { number: index + 1, fault, wanted }
})

/** The title of the area that a fault opens; undefined for the others. */
export function areaAt(number: number): string | undefined {
  return areas.find(([first]) => first === number)?.[1]
}
