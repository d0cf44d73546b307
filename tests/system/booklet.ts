import assert from "assert";
import { parseHTML } from "linkedom";
import { makeBooklet } from "../../handouts/booklet.ts";
import { pageNumbers } from "../../handouts/pdf.ts";

const chapter = (name: string, link: string, more = "") => ({
  name,
  title: `Title of ${name}`,
  html:
    `<html><body><main id="text"><section id="title"><h1>Head of ${name}</h1>
<a href="${link}">there</a></section><nav>Contents</nav><script>run()</script>${more}</main></body></html>`,
});

const SOLUTION =
  '<section class="on-paper"><h2>Solutions</h2><p>It is two.</p></section>';

Deno.test("makeBooklet() binds steps with a title page, contents, links that hold inside, and solutions at the end", async () => {
  const html = await makeBooklet(
    [chapter("a", "b.html#title", SOLUTION), chapter("b", "#title")],
    "en",
    { author: "Ana", course: "AI" },
    new Map([["a", 3], ["b", 8], ["solutions", 12]]),
  );
  const { document } = parseHTML(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((e) => e.textContent.trim());
  assert.match(texts(".title-page")[0], /^AICross-entropy.*Ana/);
  const entries = ["Head of a3", "Head of b8", "Solutions12"];
  assert.deepEqual(texts(".booklet-contents li"), entries);
  const heads = ["Head of a", "Head of b", "Solutions"];
  assert.deepEqual(texts("article h1"), heads);
  assert.deepEqual(texts("article:last-of-type h2"), ["Title of a"]);
  assert.deepEqual(texts("script, nav"), []);
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const { href } of document.querySelectorAll("a")) {
    assert(ids.includes(href.slice(1)), href);
  }
  const links = document.querySelectorAll<HTMLAnchorElement>("article a");
  assert.deepEqual([...links].map(({ href }) => href), ["#b", "#b-title"]);
});

Deno.test("makeBooklet() has no part for solutions when there are none", async () => {
  const html = await makeBooklet([chapter("a", "#")], "pt", {}, new Map());
  assert.doesNotMatch(html, /id="solutions"/);
});

Deno.test("pageNumbers() finds the page of each target", () => {
  const pdf = `2 0 obj
<</Type /Page
>>
8 0 obj
<</Type /Page
>>
13 0 obj
<</Type /Pages
/Kids [2 0 R 8 0 R]>>
14 0 obj
<</01_one [2 0 R /XYZ 6 776.25 0]
/solutions [8 0 R /XYZ 6 776.25 0]>>`;
  const numbers = pageNumbers(new TextEncoder().encode(pdf));
  assert.deepEqual([...numbers], [["01_one", 1], ["solutions", 2]]);
});
