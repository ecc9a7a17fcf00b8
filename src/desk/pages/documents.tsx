import { type DocumentRow, readDocuments } from '../../store/read-views.js'
import type { DeskPage, DeskParts } from '../desk-parts.js'

/** Every file ever met, and what became of it. */
export function documentsPage({ reading }: DeskParts): DeskPage {
  const documents = readDocuments(reading)
  const content = (
    <section class="page">
      <h1>Documents</h1>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Document</th>
            <th scope="col">Outcome</th>
            <th scope="col" class="number">
              Pages
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentLine key={`${document.document}/${document.sha256}`} {...document} />
          ))}
        </tbody>
      </table>
    </section>
  )
  return { title: 'Documents', place: 'Documents', content }
}

function DocumentLine({ document, sha256, state, reason, pages }: DocumentRow) {
  return (
    <tr>
      <th scope="row">{sha256 === null ? document : <a href={`/documents/${sha256}`}>{document}</a>}</th>
      <td>{reason === null ? state : `${state}: ${reason}`}</td>
      <td class="number">{pages}</td>
    </tr>
  )
}
