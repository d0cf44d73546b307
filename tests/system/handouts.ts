import assert from "assert";
import { join } from "node:path";
import { launchChromium } from "../../handouts/browser.ts";
import type { Output } from "../../handouts/notebook.ts";
import { readOptions } from "../../handouts/options.ts";
import { writeWhole } from "../../handouts/write_whole.ts";
import { executedCells } from "../support/executed.ts";
import { cell, pageOf } from "../support/handout.ts";
import { readNotebooks, root, run } from "../support/notebooks.ts";
import { waitForPlots, withPage } from "../support/page.ts";
import { writeNotebook } from "../support/small_notebook.ts";

const handouts = (...args: string[]) =>
  run(Deno.execPath(), ["task", "handouts", ...args]);

/** Does something with a folder below the project's, and removes it. */
async function withFolder(use: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({
    dir: join(root, "notebooks"),
    prefix: "test-",
  });
  try {
    await use(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("deno task handouts writes the same bytes for the same notebook, and no path of this machine", () =>
  withFolder(async (folder) => {
    const page = join(folder, "en", "03_cross_entropy.html");
    const pages = [];
    // Once from the outputs that all tests share, and once from a run of its own.
    await executedCells([...readNotebooks("en"), ...readNotebooks("pt")]);
    for (const how of [[], ["--fresh"]]) {
      const args = ["03_cross_entropy", ...how, "--lang", "en"];
      const { code, said } = await handouts(...args, "--out", folder);
      assert.equal(code, 0, said);
      pages.push(await Deno.readTextFile(page));
    }
    assert(pages[0] === pages[1]);
    assert(!pages[0].includes(root));
  }));

Deno.test("deno task handouts leaves the earlier page as it was when a cell fails, and says which", () =>
  withFolder(async (folder) => {
    const notebook = await writeNotebook(folder, "own", [
      ["title", "# Broken"],
      ["fine", "1 + 1;"],
      ["broken", "nameless;"],
    ]);
    await Deno.writeTextFile(join(folder, "own.html"), "earlier");
    const { code, said } = await handouts(notebook, "--out", folder);
    assert.equal(code, 1);
    assert.match(
      said,
      /own\.ipynb, cell broken: ReferenceError: nameless is not defined/,
    );
    assert.equal(await Deno.readTextFile(join(folder, "own.html")), "earlier");
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.deepEqual(names.sort(), ["own.html", "own.ipynb"]);
  }));

Deno.test("deno task handouts stops a cell that puts out more than it may", () =>
  withFolder(async (folder) => {
    const notebook = await writeNotebook(folder, "own", [
      ["title", "# Long"],
      ["long", 'console.log("again ".repeat(20_000));'],
    ]);
    const limit = ["--cell-megabytes", "0.1"];
    const { code, said } = await handouts(notebook, "--out", folder, ...limit);
    assert.equal(code, 1);
    assert.match(said, /own\.ipynb, cell long: OutputLimit: .* 100000 bytes/);
  }));

Deno.test("writeWhole() removes what a killed run left long ago, and nothing else", () =>
  withFolder(async (folder) => {
    const names = [
      "a.html.1.part",
      "a.html.2.part",
      "b.html.1.part",
      "a.html.x",
    ];
    const minuteAgo = new Date(Date.now() - 60_000);
    for (const name of names) {
      await Deno.writeTextFile(join(folder, name), "");
      if (!name.includes("2")) {
        await Deno.utime(join(folder, name), minuteAgo, minuteAgo);
      }
    }
    await writeWhole(join(folder, "a.html"), "new");
    const left = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
    assert.deepEqual(left, ["a.html", ...names.slice(1)].sort());
  }));

Deno.test("deno task handouts never takes text for markup, and a page runs no script but its own", () =>
  withFolder(async (folder) => {
    const evil =
      `<img src=x onerror="document.title='run'"><script>document.title='run'</script>$x$`;
    const notebook = await writeNotebook(folder, "own", [
      ["title", `# Names\n\n<script>document.title = "run";</script>`],
      [
        "imports",
        `import { show, showTable } from "@lesson/cross-entropy/notebook";`,
        "imports",
      ],
      ["table", `await showTable(["species"], [[${JSON.stringify(evil)}]]);`],
      [
        "plot",
        `await show({ data: [{ x: [1, 2], y: [1, 2], name: ${
          JSON.stringify(evil)
        } }], layout: { showlegend: true } }, ` +
        `{ alt: ${JSON.stringify(evil)}, caption: ${JSON.stringify(evil)} });`,
      ],
    ]);
    const { code, said } = await handouts(notebook, "--out", folder);
    assert.equal(code, 0, said);
    await using browser = await launchChromium();
    await withPage(browser, join(folder, "own.html"), {}, async ({ page }) => {
      await waitForPlots(page, 1);
      assert.equal(await page.title(), "Names · Cross-entropy");
      assert.equal(await page.locator("img[src=x]").count(), 0);
      assert.match(
        await page.locator("td").first().textContent() ?? "",
        /<img src=x/,
      );
      assert.match(
        await page.locator("figcaption").textContent() ?? "",
        /<img src=x/,
      );
      assert.equal(await page.locator("td math").count(), 1);
    });
  }));

Deno.test("a page folds code and solutions, or leaves them out, as the teacher chooses", () =>
  withFolder(async (folder) => {
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
      const file = join(folder, "own.html");
      await Deno.writeTextFile(file, html);
      let seen = "";
      await withPage(browser, file, {}, async ({ page }) => {
        await page.emulateMedia({ media });
        seen = await page.locator("body").innerText();
      });
      return seen;
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
  }));

Deno.test("deno task handouts says what is wrong with its arguments", async () => {
  const cases: [args: string[], message: RegExp][] = [
    [
      ["07_nothing"],
      /There is no notebook 07_nothing\. There are 01_flowers, /,
    ],
    [["nowhere/own.ipynb"], /There is no notebook .*own\.ipynb/],
    [
      ["--cell-seconds", "soon"],
      /--cell-seconds must be a positive number, got soon/,
    ],
    [
      ["--cell-megabytes", "0"],
      /--cell-megabytes must be a positive number, got 0/,
    ],
    [["--code", "pink"], /--code must be open or folded or none, got pink/],
    [["--lang", "xx"], /--lang must be en or pt, got xx/],
    [["--author", ""], /--author must name something, got nothing/],
    [["--speed"], /Unknown option '--speed'/],
    [["--out", join(root, "README.md")], /cannot write .*README\.md/],
  ];
  for (const [args, message] of cases) {
    const { code, said } = await handouts(...args);
    assert.equal(code, 1);
    assert.match(said, message);
  }
});

Deno.test("deno task handouts --help tells of every option", async () => {
  const { code, said } = await handouts("--help");
  assert.equal(code, 0);
  const options = [
    "lang",
    "out",
    "code",
    "no-code",
    "solutions",
    "pdf",
    "paper",
    "author",
    "course",
    "date",
    "institution",
  ];
  for (const option of [...options, "fresh"]) {
    assert.match(said, new RegExp(`--${option}\\b`));
  }
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
    const options = { code: "open", solutions: "printed", results } as const;
    const { document } = await pageOf(cells, [], options);
    const hidden = [...document.querySelectorAll(".concealed")];
    const isHidden = results === "hidden";
    assert.equal(
      document.documentElement.getAttribute("data-results"),
      results,
    );
    assert.deepEqual(
      hidden.map(({ id }) => id),
      isHidden ? ["code", "read"] : [],
    );
    const room = document.querySelector("#ask + .guess");
    assert.equal(room?.textContent, isHidden ? "Your guess" : undefined);
  }
});

Deno.test("a page without code carries no kernel, but its predictions", async () => {
  const options = {
    code: "none",
    solutions: "none",
    results: "guess",
  } as const;
  const cells = [cell("# Ask", { tags: ["predict"] }), cell("1")];
  const { document } = await pageOf(cells, [], options);
  assert.equal(document.querySelector("script.kernel"), null);
  assert(document.querySelector("script.notebook"));
  assert((await pageOf(cells)).document.querySelector("script.kernel"));
});
