import { Buffer } from "node:buffer";
import subsetFont from "subset-font";

const FONT =
  "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2";

/**
 * The style that gives a page's formulas their font, with only the characters
 * that the page needs: browsers draw MathML well only with a mathematical font,
 * which few machines have.
 *
 * @param document The page, with its formulas typeset.
 * @returns A rule for the style sheet; "" when there are no formulas.
 */
export async function mathFontStyle(document: Document): Promise<string> {
  const formulas = [...document.querySelectorAll("math")];
  if (formulas.length === 0) return "";
  const text = formulas.map((formula) => formula.textContent).join("");
  // A browser draws these without being asked: the sign of a root, and single
  // letters in italics, which have code points of their own.
  const letters = [...document.querySelectorAll("mi")]
    .map((mi) => italic(mi.textContent));
  const font = Buffer.from(
    await Deno.readFile(new URL(import.meta.resolve(FONT))),
  );
  const subset = await subsetFont(font, text + letters.join("") + "√", {
    targetFormat: "woff2",
  });
  const url = `data:font/woff2;base64,${subset.toString("base64")}`;
  return `@font-face { font-family: "Lesson Math"; src: url("${url}"); }`;
}

/** The mathematical italic of a single Latin or Greek letter, or ∂. */
function italic(letter: string): string {
  if (letter === "h") return "ℎ";
  if (letter === "∂") return "𝜕";
  const ranges: [string, string, number][] = [
    ["a", "z", 0x1d44e],
    ["A", "Z", 0x1d434],
    ["α", "ω", 0x1d6fc],
  ];
  const code = letter.codePointAt(0)!;
  const range = ranges.find(([from, to]) => letter >= from && letter <= to);
  if (letter.length !== 1 || !range) return letter;
  return String.fromCodePoint(range[2] + code - range[0].codePointAt(0)!);
}
