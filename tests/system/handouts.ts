import assert from "assert";
import { barePage } from "../../handouts/bare_page.ts";
import { launchChromium } from "../../handouts/browser.ts";
import type { Output } from "../../handouts/notebook.ts";
import { readOptions } from "../../handouts/options.ts";
import { writeWhole } from "../../handouts/write_whole.ts";
import { handouts } from "../support/command.ts";
import { executedCells } from "../support/executed.ts";
import { namesIn, root, temporaryFolder } from "../support/folder.ts";
import { cell, pageOf } from "../support/handout.ts";
import { openPage, waitForPlots } from "../support/page.ts";
import { writeNotebook } from "../support/small_notebook.ts";

Deno.test("deno task handouts writes the same bytes for the same notebook, and no path of this machine", async () => {
  using folder = temporaryFolder("notebooks");
  const page = folder.join("en", "03_cross_entropy.html");
  const pages = [];
  // Once from the outputs that all tests share, and once from a run of its own.
  await executedCells();
  for (const how of [[], ["--fresh"]]) {
    const args = ["03_cross_entropy", ...how, "--lang", "en"];
    await handouts([...args, "--out", folder.path]);
    pages.push(await Deno.readTextFile(page));
  }
  assert(pages[0] === pages[1]);
  assert(!pages[0].includes(root));
});

Deno.test("deno task handouts leaves the earlier page as it was when a cell fails, and says which", async () => {
  using folder = temporaryFolder("notebooks");
  const notebook = await writeNotebook(folder.path, "own", [
    ["title", "# Broken"],
    ["fine", "1 + 1;"],
    ["broken", "nameless;"],
  ]);
  await Deno.writeTextFile(folder.join("own.html"), "earlier");
  const said = await handouts([notebook, "--out", folder.path], 1);
  assert.match(
    said,
    /own\.ipynb, cell broken: ReferenceError: nameless is not defined/,
  );
  assert.equal(await Deno.readTextFile(folder.join("own.html")), "earlier");
  assert.deepEqual(namesIn(folder.path), ["own.html", "own.ipynb"]);
});

Deno.test("deno task handouts stops a cell that puts out more than it may", async () => {
  using folder = temporaryFolder("notebooks");
  const notebook = await writeNotebook(folder.path, "own", [
    ["title", "# Long"],
    ["long", 'console.log("again ".repeat(20_000));'],
  ]);
  const args = [notebook, "--out", folder.path, "--cell-megabytes", "0.1"];
  const said = await handouts(args, 1);
  assert.match(said, /own\.ipynb, cell long: OutputLimit: .* 100000 bytes/);
});

Deno.test("writeWhole() removes what a killed run left long ago, and nothing else", async () => {
  using folder = temporaryFolder("notebooks");
  const minuteAgo = new Date(Date.now() - 60_000);
  for (const name of ["a.html.1.part", "b.html.1.part", "a.html.x"]) {
    await Deno.writeTextFile(folder.join(name), "");
    await Deno.utime(folder.join(name), minuteAgo, minuteAgo);
  }
  await Deno.writeTextFile(folder.join("a.html.2.part"), "");
  await writeWhole(folder.join("a.html"), "new");
  const left = ["a.html", "a.html.2.part", "a.html.x", "b.html.1.part"];
  assert.deepEqual(namesIn(folder.path), left);
});

Deno.test("deno task handouts never takes text for markup, and a page runs no script but its own", async () => {
  using folder = temporaryFolder("notebooks");
  const evil = JSON.stringify(
    `<img src=x onerror="document.title='run'"><script>document.title='run'</script>$x$`,
  );
  const notebook = await writeNotebook(folder.path, "own", [
    ["title", `# Names\n\n<script>document.title = "run";</script>`],
    [
      "imports",
      `import { show, showTable } from "@lesson/cross-entropy/notebook";`,
      "imports",
    ],
    ["table", `await showTable(["species"], [[${evil}]]);`],
    [
      "plot",
      `await show({ data: [{ x: [1, 2], y: [1, 2], name: ${evil} }], layout: { showlegend: true } }, { alt: ${evil}, caption: ${evil} });`,
    ],
  ]);
  await handouts([notebook, "--out", folder.path]);
  await using browser = await launchChromium();
  await using opened = await openPage(browser, folder.join("own.html"));
  const { page } = opened;
  await waitForPlots(page, 1);
  assert.equal(await page.title(), "Names · Cross-entropy");
  assert.equal(await page.locator("img[src=x]").count(), 0);
  for (const place of ["td", "figcaption"]) {
    const text = await page.locator(place).first().textContent();
    assert.match(text!, /<img src=x/);
  }
  assert.equal(await page.locator("td math").count(), 1);
});

Deno.test("a page folds code and solutions, or leaves them out, as the teacher chooses", async () => {
  using folder = temporaryFolder("notebooks");
  const cells = [
    cell("# Choices"),
    cell("1 + 1;"),
    cell("const two = 2;", { tags: ["imports"] }),
    cell("#### Solution: the sum\n\nIt is two.", { tags: ["solution"] }),
    cell("3 - 1;", { tags: ["solution"] }),
  ];
  const two: Output = { output_type: "stream", text: "2" };
  await using browser = await launchChromium();
  const look = async (
    args: string[],
    media: "screen" | "print" = "screen",
  ) => {
    const options = readOptions(args, root);
    const { html } = await pageOf(cells, [[two], [], [two]], options);
    const file = folder.join("own.html");
    await Deno.writeTextFile(file, html);
    await using opened = await openPage(browser, file);
    await opened.page.emulateMedia({ media });
    return await opened.page.locator("body").innerText();
  };
  const open = await look([]);
  assert.match(open, /1 \+ 1;/);
  assert.doesNotMatch(open, /const two|It is two/);
  assert.equal(open.match(/^.?Solution$/gm)?.length, 1, "cells as one");
  assert.match(
    await look([], "print"),
    /Solutions[^]*Solution: the sum[^]*It is two[^]*3 - 1;/,
  );
  const folded = await look(["--solutions", "folded"], "print");
  assert.doesNotMatch(folded, /It is two/);
  const bare = await look(["--code", "folded", "--solutions", "none"]);
  assert.doesNotMatch(bare, /1 \+ 1;|Solution/);
  const none = await look(["--no-code"]);
  assert.doesNotMatch(none, /1 \+ 1;|^Code$|uses/m);
  assert.match(none, /^2$/m);
});

Deno.test("results are hidden as the teacher chooses: by the script, or in the page already", async () => {
  const cells = [
    cell("# Title", { id: "title" }),
    cell("## Ask", { id: "ask", tags: ["predict"] }),
    cell("1", { id: "code", tags: ["result"] }),
    cell("## It is 1", { id: "read", tags: ["result"] }),
    cell("## More", { id: "more" }),
  ];
  for (const results of ["guess", "open", "hidden"] as const) {
    const { document } = await pageOf(cells, [], { results });
    const hidden = [...document.querySelectorAll(".concealed")];
    const isHidden = results === "hidden";
    assert.equal(document.documentElement.dataset.results, results);
    assert.deepEqual(
      hidden.map(({ id }) => id),
      isHidden ? ["code", "read"] : [],
    );
    const room = document.querySelector("#ask + .guess");
    assert.equal(room?.textContent, isHidden ? "Your guess" : undefined);
  }
});

Deno.test("a page without code carries no kernel, but its predictions", async () => {
  const cells = [cell("# Ask", { tags: ["predict"] }), cell("1")];
  const without = { code: "none", solutions: "none" } as const;
  const { document } = await pageOf(cells, [], without);
  assert.equal(document.querySelector("script.kernel"), null);
  assert(document.querySelector("script.notebook"));
  assert((await pageOf(cells)).document.querySelector("script.kernel"));
});

Deno.test("barePage() leaves out cells tagged jupyter, and gives every other cell its own output", () => {
  const cells = [
    cell("# title", { id: "title" }),
    cell("# running", { id: "running", tags: ["jupyter"] }),
    cell("restart", { id: "restart", tags: ["jupyter"] }),
    cell("sum", { id: "sum" }),
  ];
  const printed = (text: string) => [{ output_type: "stream", text } as const];
  const html = barePage(cells, [printed("restarted"), printed("two")]);
  assert.doesNotMatch(html, /running|restart/);
  assert.match(html, /id="title"[^]*id="sum"[^]*>two</);
});
