import assert from "assert";
import { parseHTML } from "linkedom";
import { framePage } from "../../handouts/frame.ts";
import { pageWordsOf } from "../../lib/i18n/words.ts";

function framed(step?: number) {
  const { document } = parseHTML(
    `<html><head><title></title></head><body><main><section id="t"><h1>3. One flower</h1></section></main></body></html>`,
  );
  const place = { language: "en", name: "x", step, index: false, alsoIn: [] };
  const about = {
    author: "Ana",
    course: "AI",
    date: "May",
    institution: "UnB",
  };
  framePage(document, place, about, pageWordsOf.en);
  return [...document.querySelectorAll("header > div, footer > p")]
    .map(({ textContent }) => textContent);
}

Deno.test("framePage() names the teacher, the sources and the licence, and says how to cite the page", () => {
  const [line, teacher, sources, licence, cite] = framed(3);
  assert.equal(line, "AI · Cross-entropy · Step 3 · English");
  assert.equal(teacher, "Ana · UnB · May");
  assert.match(sources, /StatQuest.*Anderson.*Fisher/);
  assert.match(licence, /CC BY 4\.0.*MIT/);
  assert.match(cite, /^How to cite: Ana\. “3\. One flower”, in: Cross-entropy/);
});

Deno.test("framePage() claims no sources and no licence for a notebook from elsewhere", () => {
  assert.deepEqual(framed(), [
    "AI · Cross-entropy · English",
    "Ana · UnB · May",
  ]);
});
