import { FORMULA, hasTag, type NotebookCell, textOf } from "./notebooks.ts";

/** What is not as it should be in a translated notebook: a line a cell. */
export async function differences(
  originals: readonly NotebookCell[],
  translations: readonly NotebookCell[],
): Promise<string[]> {
  const found = originals.length === translations.length
    ? []
    : [`${originals.length} cells, and ${translations.length} translated`];
  for (const [i, original] of originals.entries()) {
    const translation = translations[i];
    if (translation?.id !== original.id) {
      return [...found, `${original.id}: not in its place`];
    }
    const difference = await differenceOf(original, translation);
    if (difference) found.push(`${original.id}: ${difference}`);
  }
  return found;
}

async function differenceOf(
  original: NotebookCell,
  translation: NotebookCell,
): Promise<string | undefined> {
  const [text, translated] = [textOf(original), textOf(translation)];
  const { translates, ...metadata } = translation.metadata;
  if (translation.cell_type !== original.cell_type) return "another type";
  if (JSON.stringify(metadata) !== JSON.stringify(original.metadata)) {
    return "other tags";
  }
  if (!isTranslated(original)) {
    return translated === text ? undefined : "other code";
  }
  if (original.cell_type === "code") {
    if (withoutStrings(translated) !== withoutStrings(text)) {
      return "other code";
    }
  } else {
    if (differ(headings, text, translated)) return "other headings";
    if (differ(formulas, text, translated)) return "another formula";
    if (differ(inlineCode, text, translated)) return "other code in the text";
    if (differ(links, text, translated)) return "another link";
  }
  if (differ(numbers, text, translated)) {
    return `other numbers: ${numbers(text)}, and ${numbers(translated)}`;
  }
  const hash = await hashOf(text);
  if (translates !== hash) {
    return `the English is not what was translated; if the translation is true to it now, its metadata should say "translates": "${hash}"`;
  }
}

/** Whether a cell holds words for readers: prose, or strings of figures and tables. */
function isTranslated(cell: NotebookCell): boolean {
  return cell.cell_type === "markdown" || hasTag(cell, "labels");
}

/** A short hash of a text: enough to see that it has changed. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return new Uint8Array(digest).toHex().slice(0, 12);
}

function differ(
  part: (text: string) => string[],
  text: string,
  translated: string,
): boolean {
  return part(text).join("\n") !== part(translated).join("\n");
}

/** Code with nothing in its strings, and in no particular lines. */
function withoutStrings(code: string): string {
  return code.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""')
    .replaceAll(/""(?:\s*\+\s*"")+/g, '""')
    .replaceAll(/,(?=\s*[\])}])/g, "")
    .replaceAll(/\s+/g, "");
}

function headings(text: string): string[] {
  return text.match(/^#+ (?:\d\.)?/gm) ?? [];
}

/** The formulas, with a decimal point; words in them may be translated. */
function formulas(text: string): string[] {
  return (text.match(FORMULA) ?? []).map((formula) =>
    formula.replaceAll(/\\text\{[^}]*\}/g, "\\text{}")
      .replaceAll("{,}", ".")
  );
}

function inlineCode(text: string): string[] {
  return text.match(/`[^`]+`/g) ?? [];
}

function links(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
}

/** The numbers outside formulas and code, with a decimal point, sorted; 60 mil is 60,000. */
function numbers(text: string): string[] {
  return (text.replaceAll(FORMULA, "").replaceAll(/`[^`]+`/g, "")
    .replaceAll(/(\d) mil(?!\p{L})/gu, "$1,000")
    .match(/\d+(?:[.,]\d+)?/g) ?? [])
    .map((number) => number.replace(",", "."))
    .sort();
}
