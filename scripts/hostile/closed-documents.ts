import { PDFDocument } from '@cantoo/pdf-lib'
import { statementContent, statementPdf, stream } from './raw-pdf.js'

async function encrypted(passwords: { userPassword?: string; ownerPassword?: string }): Promise<Uint8Array> {
  const document = await PDFDocument.load(statementPdf())
  document.encrypt(passwords)
  return document.save({ useObjectStreams: false })
}

const xfa = '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform/></template></xdp:xdp>'
const wait =
  'BT /F1 11 Tf 1 0 0 1 50 700 Tm (Please wait... If this message is not eventually replaced by the proper contents) Tj ET'

/** PDFs that keep their content to themselves: with a password, a certificate, as a form or in a portfolio. */
export const closedDocuments = {
  'password.pdf': () => encrypted({ userPassword: 'hemligt', ownerPassword: 'mycket hemligt' }),
  'owner-password.pdf': () => encrypted({ ownerPassword: 'mycket hemligt' }),
  'certificate.pdf': async () =>
    statementPdf({
      trailer: '/Root 1 0 R /Encrypt 6 0 R /ID [<00> <00>]',
      more: ['<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /Recipients [<00>] >>'],
    }),
  'form-only.pdf': async () =>
    statementPdf({
      catalog: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true',
      content: wait,
      more: [stream(xfa)],
    }),
  'portfolio.pdf': async () =>
    statementPdf({
      catalog: '/Collection << /Type /Collection /View /D >> /Names << /EmbeddedFiles << /Names [(a.pdf) 6 0 R] >> >>',
      content: wait.replace(
        'Please wait... If this message',
        'For the best experience, open this PDF portfolio; this page',
      ),
      more: ['<< /Type /Filespec /F (a.pdf) /EF << /F 7 0 R >> >>', stream(statementPdf(), '/Type /EmbeddedFile')],
    }),
} satisfies Record<string, () => Promise<Uint8Array>>

/** Letters of no alphabet: a lone surrogate, a nought, a control, a turn of direction, in the text and in the title. */
export const oddCharacters = {
  'odd-characters.pdf': () => {
    const map = [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Odd def',
      '1 begincodespacerange <00> <ff> endcodespacerange',
      '4 beginbfchar <01> <d800> <02> <0000> <03> <202e> <04> <0007> endbfchar endcmap end end',
    ].join('\n')
    const odd = 'BT /F2 11 Tf 1 0 0 1 470 628 Tm (\x01\x02\x03\x04) Tj ET'
    return statementPdf({
      page: '/MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 6 0 R >> >>',
      content: stream(`${statementContent}\n${odd}`),
      more: [
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>',
        stream(map),
        '<< /Title <feffd800002000000041> /Author (\x00\x1b[31mred) >>',
      ],
      trailer: '/Root 1 0 R /Info 8 0 R',
    })
  },
} satisfies Record<string, () => Uint8Array>
