import type { Chapter } from './chapters.js'

/** What the words of accounting mean, for members who read them once a year. */
export const GLOSSARY: Chapter = {
  form: 'text',
  place: 'after',
  title: 'Ordlista',
  columns: false,
  paragraphs: [
    'Förvaltningsberättelse: Den del av årsredovisningen där styrelsen med text förklarar verksamheten.',
    'Resultaträkning: Visar föreningens samtliga intäkter och kostnader under verksamhetsåret. Om kostnaderna är större än intäkterna blir mellanskillnaden en förlust.',
    'Balansräkning: Visar föreningens samtliga tillgångar på den ena sidan och hur de finansieras på den andra.',
    'Anläggningstillgångar: Tillgångar som är avsedda för långvarigt bruk inom föreningen. Den viktigaste är föreningens fastighet med mark och byggnader.',
    'Avskrivningar: En årlig kostnad som motsvarar värdeminskningen på byggnader och inventarier.',
    'Omsättningstillgångar: Tillgångar som i allmänhet kan omvandlas till pengar inom ett år, till exempel fordringar och medel på bank.',
    'Fond för yttre underhåll: Enligt stadgarna ska styrelsen upprätta underhållsplan för föreningens hus och årligen avsätta medel till fonden.',
    'Långfristiga skulder: Skulder som föreningen ska betala först efter ett eller flera år, vanligen enligt amorteringsplan.',
    'Kortfristiga skulder: Skulder som föreningen ska betala inom ett år.',
    'Soliditet: Eget kapital i procent av balansomslutningen. Den visar hur stor del av tillgångarna som finansieras med egna medel.',
    'Likviditet: Föreningens förmåga att betala sina skulder när de förfaller.',
    'Ställda säkerheter: De inteckningar som lämnats som säkerhet för erhållna lån.',
    'Eventualförpliktelser: Borgensförbindelser och andra åtaganden som kan leda till utbetalningar.',
  ],
}
