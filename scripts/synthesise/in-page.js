// Runs inside the browser that draws the sheets; `rasterise.ts` loads it and calls its functions.

/** Moves the blocks onto sheets of the given height, each with a running head and a folio. */
function layOutSheets(height) {
  const { name, number, notes, noteHeads, spread } = document.body.dataset
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
    if (used() > height - 76 && !alone) {
      block.remove()
      flow = begin(columns)
      flow.append(block)
    }
  }
  sheets.forEach((sheet, index) => {
    const heads = [...sheet.querySelectorAll('.of-note .heads')]
    if (noteHeads === 'first') for (const row of heads.slice(1)) row.remove()
    if (index === 0 || sheet.textContent.trim() === '') return
    const running = document.createElement('div')
    running.className = 'running'
    running.innerHTML = `<span>${name}</span><span>${number}</span>`
    const folio = document.createElement('div')
    folio.className = 'folio'
    folio.textContent = `${index + 1} (${sheets.length})`
    sheet.append(running, folio)
  })
  bindSheets(sheets, spread === 'true' ? 2 : 1)
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
