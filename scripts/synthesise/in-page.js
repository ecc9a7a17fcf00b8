// Runs inside the browser that draws the sheets; `rasterise.ts` loads it and calls its functions.

/** Moves the blocks onto sheets of the given height, each with a running head and a folio. */
function layOutSheets(height) {
  const { notes, noteHeads, spread, bottom } = document.body.dataset
  const room = height - Number(bottom) - 6
  const blocks = [...document.querySelectorAll('.block')]
  for (const block of blocks) block.remove()
  const sheets = []
  let flow = null
  const addFlow = (columns) => {
    const inner = document.createElement('div')
    if (columns) inner.className = 'columns'
    sheets.at(-1).append(inner)
    return inner
  }
  const begin = (columns) => {
    const sheet = document.createElement('div')
    sheet.className = 'sheet'
    document.body.append(sheet)
    sheets.push(sheet)
    return addFlow(columns)
  }
  const used = () => flow.getBoundingClientRect().bottom - sheets.at(-1).getBoundingClientRect().top
  for (const block of blocks) {
    const columns = notes === 'two_columns' && block.classList.contains('of-note')
    if (flow === null || block.dataset.kind !== 'flow') flow = begin(columns)
    else if (flow.classList.contains('columns') !== columns) flow = addFlow(columns)
    flow.append(block)
    const alone = flow.children.length === 1 && sheets.at(-1).children.length === 1
    if (used() > room && !alone) {
      block.remove()
      flow = begin(columns)
      flow.append(block)
    }
    setSmaller(block, sheets.at(-1))
  }
  sheets.forEach((sheet, index) => {
    const heads = [...sheet.querySelectorAll('.of-note .heads')]
    if (noteHeads === 'first') for (const row of heads.slice(1)) row.remove()
    for (const line of [...sheet.querySelectorAll('.sheet-heads')].slice(1)) line.remove()
    if (index === 0 || sheet.textContent.trim() === '') return
    furnish(sheet, index + 1, sheets.length)
    if (hides(sheet)) throw new Error(`Expected sheet ${index + 1} to hold its blocks, got one cut by its edge`)
  })
  bindSheets(sheets, spread === 'true' ? 2 : 1)
}

/** Sets a block in smaller type, as a printer does, until its sheet holds it; where no type would, `hides` finds it. */
function setSmaller(block, sheet) {
  for (let size = 95; size >= 60 && hides(sheet); size -= 5) block.style.zoom = `${size}%`
}

/** Whether something on the sheet stands over its edge, or a table or figure is wider than its place. */
function hides(sheet) {
  const edge = sheet.getBoundingClientRect()
  const cells = [...sheet.querySelectorAll('td, th, p')].map((cell) => cell.getBoundingClientRect())
  const out = ({ bottom, right }) => bottom > edge.bottom - 50 || right > edge.right - 24
  const wide = (block) => block.scrollWidth > block.clientWidth + 1
  return cells.some(out) || [...sheet.querySelectorAll('.block, td.amount')].some(wide)
}

/** Running head and folio, each a line of parts. */
function furnish(sheet, page, pages) {
  const { furniture, name, number, title } = document.body.dataset
  const lines = {
    plain: { running: [name, number], folio: [`${page} (${pages})`] },
    typed: { running: [`- ${page} -`], folio: [] },
    software: { running: [`${name}<br>${number}`, `${page}(${pages})`], folio: [] },
    letterhead: { running: [name, number], folio: [`${page}(${pages})`] },
    corner: { running: [`${name}<br>${number}`], folio: [`Sida ${page} av ${pages}`] },
    signed: {
      running: [`${name}<br>${number}`],
      folio: [`Transaktion 0922211555${number.replace('-', '')}`, 'Signerat AL, BO, KE', `Sida ${page}`],
    },
    diary: { running: [name, `Dnr ${Number(title?.slice(-4)) + 1}:14`], folio: [`${page} (${pages})`] },
    firm: { running: [name, number, `${page}`], folio: [] },
    keyed: {
      running: [`${name} ${number}`, `${page} av ${pages}`],
      folio: [`Dokumentnyckel: 7QHX4-${number}-ZK2PE-4MJ6B-X0TLS`],
    },
    address: {
      running: [`${page}`],
      folio: [`${name}, Box 14`, 'Tel 0123-456 78', `Org.nr ${number}`],
    },
    program: { running: [`${name}<br>Org.nr ${number}`, `${title}<br>Sida ${page} av ${pages}`], folio: [] },
    bare: { running: [], folio: [`${page}`] },
    initials: { running: [name, number], folio: [`Sida ${page} (${pages})`, 'Sign.<i></i><i></i><i></i>'] },
    spreadsheet: { running: [title], folio: [`Sida ${page}`] },
    tab: { running: ['Ekonomi'], folio: [name, title, `${page}`] },
    printed: {
      running: [
        `${name}<br>${number}`,
        `Utskrivet ${Number(title?.slice(-4)) + 1}-03-14 10:42<br>Sida ${page} (${pages})`,
      ],
      folio: [],
    },
    bureau: { running: [name, `Org.nr ${number}`], folio: ['Bokslutet är upprättat av Redovisningsbyrån', `${page}`] },
    banner: { running: [name, `Org.nr ${number}`], folio: [`${page}`] },
    template: { running: [name, title], folio: [`${page} (${pages})`] },
    stroke: { running: [name, title], folio: [`${page}`] },
    docket: { running: [title, `Sida ${page}/${pages}`], folio: [`${name} · ${number}`] },
    slashed: { running: [], folio: [`${title} / ${name}`, `${page}`] },
    office_head: { running: ['Ekonomikontoret', name, `${page} (${pages})`], folio: [] },
    red_stroke: { running: [`${name}<br>${title}`], folio: [`Sida ${page} av ${pages}`] },
    coloured_foot: { running: [], folio: [name, title, `${page}`] },
    dashed_page: { running: [], folio: [`– ${page} –`] },
    between: { running: [name], folio: [`Sid ${page}`] },
    listing: { running: [`Bokslut ${title?.slice(-4)}`, name, `Sida ${page}`], folio: [] },
    piped: { running: [`${page}`, title, name], folio: [] },
    foot: { running: [], folio: [name, title, `${page}`] },
    side: { running: [], folio: [`${page}`, title, name, `Org.nr ${number}`] },
  }[furniture]
  for (const [className, parts] of Object.entries(lines)) {
    const line = document.createElement('div')
    line.className = className
    line.innerHTML = parts.map((part) => `<span>${part}</span>`).join('')
    if (parts.length > 0) sheet.append(line)
  }
}

/** Makes leaves, the pages of the file, of the sheets: one of each, or two beside each other. */
function bindSheets(sheets, toALeaf) {
  for (let first = 0; first < sheets.length; first += toALeaf) {
    const leaf = document.createElement('div')
    leaf.className = toALeaf > 1 ? 'leaf spread' : 'leaf'
    leaf.append(...sheets.slice(first, first + toALeaf))
    document.body.append(leaf)
  }
}

/** The words of every leaf with their boxes as fractions of it. */
function collectWords() {
  return [...document.querySelectorAll('.leaf')].map((leaf) => {
    const frame = leaf.getBoundingClientRect()
    const words = []
    const walker = document.createTreeWalker(leaf, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const match of node.textContent.matchAll(/[^\s\u00a0]+/g)) {
        const range = document.createRange()
        range.setStart(node, match.index)
        range.setEnd(node, match.index + match[0].length)
        const box = range.getBoundingClientRect()
        if (box.width === 0 || match[0].startsWith('....')) continue
        words.push({
          text: match[0],
          x0: (box.left - frame.left) / frame.width,
          y0: (box.top - frame.top) / frame.height,
          x1: (box.right - frame.left) / frame.width,
          y1: (box.bottom - frame.top) / frame.height,
        })
      }
    }
    return words
  })
}

/** What each leaf holds: figures in tables, words alone, or nothing. */
function classifySheets() {
  return [...document.querySelectorAll('.leaf')].map((leaf) => {
    if (leaf.querySelector('td.amount') !== null) return 'tables'
    return leaf.textContent.trim() === '' ? 'blank' : 'prose'
  })
}

window.layOutSheets = layOutSheets
window.collectWords = collectWords
window.classifySheets = classifySheets
