import assert from "assert";
import { parseCells, titleOf } from "../../handouts/notebook.ts";
import { HANDOUTS, handouts, run } from "../support/command.ts";
import { namesIn, temporaryFolder } from "../support/folder.ts";
import { cell, htmlOutput, pageOf } from "../support/handout.ts";
import { writeNotebook } from "../support/small_notebook.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
const notebook = (cells: unknown) =>
  JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });
const title = { cell_type: "markdown", metadata: {}, source: "# Title" };

const broken: [what: string, bytes: Uint8Array, message: RegExp][] = [
  ["an empty file", utf8(""), /^is empty$/],
  ["blank lines", utf8("\n \n"), /^is empty$/],
  ["no JSON", utf8("# Title"), /^is not JSON: /],
  ["a Git conflict", utf8("<<<<<<< HEAD\n{}"), /^is not JSON: /],
  ["a file cut off", utf8(notebook([title]).slice(0, 40)), /^is cut off/],
  ["UTF-16", utf16(notebook([title])), /^is in UTF-16/],
  ["UTF-16 with a mark", utf16("\ufeff" + notebook([])), /^is in UTF-16/],
  ["Latin-1", Uint8Array.of(0x22, 0xe9, 0x22), /^is not in UTF-8$/],
  ["null", utf8("null"), /^is not a notebook/],
  ["a list", utf8("[]"), /^is not a notebook/],
  ["a text", utf8('"cells"'), /^is not a notebook/],
  ["another JSON file", utf8('{"name": "x"}'), /^is not a notebook/],
  ["nbformat 3", utf8('{"nbformat": 3, "worksheets": []}'), /format 3, not 4/],
  ["nbformat 5", utf8('{"nbformat": 5, "cells": []}'), /format 5, not 4/],
  ["no cells", utf8('{"nbformat": 4}'), /^has no list of cells$/],
  ["a cell that is null", utf8(notebook([null])), /^cell cell-1: source must/],
  [
    "a source that is a number",
    utf8(notebook([title, { cell_type: "code", id: "sum", source: 3 }])),
    /^cell sum: source must be text$/,
  ],
  [
    "a source with a number in it",
    utf8(notebook([{ cell_type: "code", id: "sum", source: ["a", 3] }])),
    /^cell sum: source must be text$/,
  ],
  [
    "an unknown type of cell",
    utf8(notebook([{ cell_type: "heading", id: "one", source: "A" }])),
    /^cell one: there is no type of cell heading$/,
  ],
];
for (const [what, bytes, message] of broken) {
  Deno.test(`parseCells() says what is wrong with ${what}`, () => {
    assert.throws(() => parseCells(bytes), { message });
  });
}

Deno.test("parseCells() reads what editors and other programs write", () => {
  const withMark = utf8("\ufeff" + notebook([title]));
  assert.equal(titleOf(parseCells(withMark)), "Title", "byte order mark");
  const split = { ...title, source: ["# In\n", "two lines"] };
  assert.equal(titleOf(parseCells(utf8(notebook([split])))), "In");
  const same = { ...title, id: "same" };
  const odd = [title, same, same, { ...title, id: '"><script>' }];
  const ids = parseCells(utf8(notebook(odd))).map(({ id }) => id);
  assert.deepEqual(ids, ["cell-1", "same", "cell-3", "cell-4"]);
  assert.deepEqual(parseCells(utf8(notebook([]))), []);
});

Deno.test("a page shows a picture pasted into its text, and names the cell of one that is missing", async () => {
  const attachments = { "my plot.png": { "image/png": "aGk=" } };
  const text = cell("# A\n\n![two](attachment:my%20plot.png)", { attachments });
  const { document } = await pageOf([text]);
  const picture = document.querySelector("img")!;
  assert.equal(picture.getAttribute("src"), "data:image/png;base64,aGk=");
  assert.equal(picture.getAttribute("alt"), "two");
  await assert.rejects(pageOf([cell("# A\n\n![](attachment:b.png)")]), {
    message: "cell own: the picture attachment:b.png is missing",
  });
});

Deno.test("a formula that cannot be typeset stops the page, which names cell and formula", async () => {
  const message = /^cell own: formula \\frac\{1: /;
  await assert.rejects(pageOf([cell("# $\\frac{1$")]), { message });
  const caption = "<figure><figcaption>$\\frac{1$</figcaption></figure>";
  const page = pageOf([cell("1")], [[htmlOutput(caption)]]);
  await assert.rejects(page, { message });
});

Deno.test("a figure that Plotly refuses stops the page, which names the cell", async () => {
  const json = '{"data": [{"type": "sankey"}], "layout": {}}';
  const html =
    `<figure class="plot"><script type="application/json">${json}</script></figure>`;
  await assert.rejects(pageOf([cell("1")], [[htmlOutput(html)]]), {
    message: /^cell own: .*Plotly refuses the figure: .*sankey/,
  });
});

const formulas: [text: string, formulas: number][] = [
  ["It costs $5 and $6.", 0],
  ["From $5-$6 to $7.", 0],
  ["One dollar: $", 0],
  ["Escaped: \\$x\\$", 0],
  ["`$x$` is code", 0],
  ["$x$ and $y$", 2],
  ["$a_1$ is *not* $b_1$", 2],
  ["$$\nx\n- y\n$$", 1],
  ["Text $$x$$ text", 1],
  ["Text\n$$\nx\n$$\ntext", 1],
  ["\\\\(x\\\\) and \\\\[y\\\\]", 2],
  ["\\begin{align}x &= y\\end{align}", 1],
];
for (const [text, count] of formulas) {
  Deno.test(`Markdown holds ${count} formulas: ${JSON.stringify(text)}`, async () => {
    const { document } = await pageOf([cell(`# A\n\n${text}`)]);
    assert.equal(document.querySelectorAll("math").length, count);
    const said = document.querySelector("main")!.textContent;
    assert.equal(said.includes("$"), count === 0);
  });
}

const markup: [what: string, markdown: string, gone: string][] = [
  [
    "a redirection",
    `<meta http-equiv="refresh" content="0; url=https://e.x">`,
    "meta[http-equiv=refresh]",
  ],
  ["a frame", `<iframe src="https://e.x"></iframe>`, "iframe"],
  [
    "an object",
    `<object data="https://e.x"></object><embed src="x">`,
    "object, embed",
  ],
  [
    "a form",
    `<form action="https://e.x"><input name="a"><button>b</button></form>`,
    "form, input, button",
  ],
  ["a base", `<base href="https://e.x">`, "base"],
  [
    "a style sheet",
    `<style>body { display: none }</style><link rel="stylesheet" href="https://e.x">`,
    "body style, link",
  ],
  ["a script", `<script>alert(1)</script>`, "main script"],
  [
    "an SVG with a script",
    `<svg onload="alert(1)"><script>1</script></svg>`,
    "svg, main script",
  ],
  [
    "a handler",
    `<img src="data:x" onerror="alert(1)"><p onclick="alert(1)">a</p>`,
    "[onerror], [onclick]",
  ],
  [
    "a link that runs code",
    `[a](javascript:alert(1)) <a href="java\nscript:alert(1)">b</a>`,
    "[href*=script]",
  ],
  [
    "a link to a made page",
    `<a href="data:text/html,<script>1</script>">a</a>`,
    "[href^=data]",
  ],
  ["a picture from elsewhere", `![a](https://e.x/a.png)`, "[src*='e.x']"],
  [
    "a style that loads",
    `<p style="color: red; background: url(https://e.x)">a</p>`,
    "[style*=url]",
  ],
  [
    "a style that covers the page",
    `<p style="position: fixed; inset: 0">a</p>`,
    "[style*=fixed]",
  ],
];
for (const [what, markdown, gone] of markup) {
  Deno.test(`a page takes ${what} out of Markdown and of what cells put out`, async () => {
    const { document } = await pageOf(
      [cell(`# A\n\n${markdown}\n\nThe end.`), cell("1")],
      [[htmlOutput(`${markdown}<p>The output.</p>`)]],
    );
    assert.equal(document.querySelectorAll(gone).length, 0);
    const said = document.querySelector("main")!.textContent;
    assert.match(said, /The end\.[^]*The output\./);
  });
}

Deno.test("a page links to the pages of other notebooks, and leaves other links alone", async () => {
  const links = {
    "02_softmax.ipynb": "02_softmax.html",
    "02_softmax.ipynb#x": "02_softmax.html#x",
    "../pt/02_softmax.ipynb?a": "../pt/02_softmax.html?a",
    "https://e.x/a.ipynb": "https://e.x/a.ipynb",
    "//e.x/a.ipynb": "//e.x/a.ipynb",
    "#a.ipynb-x": "#a.ipynb-x",
  };
  const text = Object.keys(links).map((link) => `[a](${link})`).join(" ");
  const { document } = await pageOf([cell(`# A\n\n${text}`)]);
  const made = [...document.querySelectorAll("section p a")];
  const hrefs = made.map((link) => link.getAttribute("href"));
  assert.deepEqual(hrefs, Object.values(links));
});

Deno.test("deno task handouts names each broken notebook, and still makes the others' pages", async () => {
  using folder = temporaryFolder();
  await Deno.mkdir(folder.join("folder.ipynb"));
  const { path } = folder;
  const said = await handouts([
    ...["--out", path],
    folder.write("empty.ipynb", ""),
    folder.write("text.ipynb", "no JSON"),
    folder.join("folder.ipynb"),
    await writeNotebook(path, "formula", [["tex", "# $\\frac{1$"]]),
    await writeNotebook(path, "code", [["sum", "nameless"]]),
    await writeNotebook(path, "fine", [["title", "# Fine"], ["sum", "1"]]),
  ], 1);
  for (
    const message of [
      /empty\.ipynb: is empty$/m,
      /text\.ipynb: is not JSON/,
      /folder\.ipynb: is a folder, not a notebook$/m,
      /formula\.ipynb, cell tex: formula \\frac\{1: /,
      /code\.ipynb, cell sum: ReferenceError: nameless is not defined/,
      /fine\.html {2}0\.\d+ MB/,
      /Not all pages were made\.$/m,
    ]
  ) assert.match(said, message);
  assert.doesNotMatch(said, /Traceback|\.py|\.ts:/);
  const pages = namesIn(path).filter((name) => name.endsWith(".html"));
  assert.deepEqual(pages, ["fine.html"]);
});

Deno.test({
  name: "deno task handouts goes on in silence when nobody reads what it says",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using folder = temporaryFolder();
    const names = ["a", "b", "c"];
    const notebooks = await Promise.all(
      names.map((name) => writeNotebook(folder.path, name, [["title", "# A"]])),
    );
    const said = await run("bash", [
      ...["-c", `set -o pipefail; "$@" 2>&1 | head -1`, "bash"],
      ...[Deno.execPath(), ...HANDOUTS, "--out", folder.path, ...notebooks],
    ]);
    assert.match(said, /^\S*[abc]\.html.*\n$/);
    for (const name of names) await Deno.stat(folder.join(`${name}.html`));
  },
});
