import assert from "assert";
import type { CellEvent } from "../../lib/kernel/messages.ts";
import { packedKernel } from "../../lib/kernel/packed_kernel.ts";
import {
  availableEngines,
  type Engine,
  type EnginePage,
  openInEngine,
} from "../support/engines.ts";
import { executedCells } from "../support/executed.ts";
import { temporaryFolder } from "../support/folder.ts";
import { writeKernelPage } from "../support/kernel_page.ts";
import { readNotebooks } from "../support/notebooks.ts";
import type { Output } from "../support/numbers.ts";

const notebooks = readNotebooks();
const executed = executedCells(notebooks);
const folder = temporaryFolder();

// A browser takes seconds to start, so its page serves all tests.
const engines = await availableEngines();
const pages = {} as Record<Engine, EnginePage>;
Deno.test.beforeAll(async () => {
  const file = await writeKernelPage(folder.path);
  for (const engine of engines) {
    pages[engine] = await openInEngine(engine, file);
  }
});
Deno.test.afterAll(async () => {
  for (const page of Object.values(pages)) await page[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

for (const engine of engines) {
  Deno.test(`every cell puts out in the page kernel what it puts out in Jupyter: ${engine}`, async (t) => {
    for (const { path } of notebooks) {
      await t.step(path, async () => {
        const cells = (await executed).get(path)!
          .filter(({ cell_type }) => cell_type === "code");
        const sources = cells.map(({ source }) => joined(source));
        const runs = await pages[engine].evaluate<{ events: CellEvent[] }[]>(`
          await kernel.restart();
          return await Promise.all(${JSON.stringify(sources)}.map(run));
        `);
        runs.forEach(({ events }, i) => {
          const shown = joinStreams(events.slice(1, -1).filter(isInJupyter))
            .map(ofPage);
          const { id, outputs = [] } = cells[i];
          assertSame(shown, outputs.map(ofJupyter), engine, `cell ${id}`);
        });
      });
    }
  });

  Deno.test(`a cell that never ends is stopped, and the next one runs: ${engine}`, async () => {
    const page = pages[engine];
    const outcomes = await page.evaluate<string[]>(`
      await run("const before = 1");
      const endless = run("while (true);");
      const waiting = run("2");
      await new Promise((resolve) => setTimeout(resolve, 300));
      kernel.stop();
      const next = await run("typeof before");
      return [(await endless).outcome, (await waiting).outcome, next.events[1].data["text/plain"]];
    `);
    assert.deepEqual(outcomes, ["stopped", "stopped", '"undefined"']);
  });

  Deno.test(`a cell names the line of its error, and prints what a timer throws: ${engine}`, async () => {
    const page = pages[engine];
    const { events: [, error] } = await runCell(
      page,
      "type A = {\n  a: 1;\n};\nconst f = () => {\n  throw new RangeError('no');\n};\nf();",
    );
    const [name, message, line] = ["RangeError", "no", 5];
    assert.deepEqual(error, { type: "error", name, message, line });
    const printed = await page.evaluate(`
      const events = [];
      await kernel.run("setTimeout(() => { throw new Error('late') }); Promise.reject(1)", (event) => events.push(event));
      const printed = () => events.filter(({ type }) => type === "stream");
      for (let tries = 0; printed().length < 2 && tries < 100; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return printed().map(({ name, text }) => name + " " + text).sort();
    `);
    // WebKit says no more about an error in a script that comes from a Blob.
    const late = engine === "webkit" ? "Script error." : "Error: late";
    assert.deepEqual(printed, [
      "stderr Uncaught 1\n",
      `stderr Uncaught ${late}\n`,
    ]);
  });

  Deno.test(`safeHtml() leaves a figure, a table and a verdict as they are: ${engine}`, async () => {
    const page = pages[engine];
    const same = await page.evaluate(`
      const { events } = await run(\`
        import { check, show, showTable } from "@lesson/cross-entropy/notebook";
        await show({ data: [{ y: [1], name: "</script>" }], layout: {} }, { alt: "A & B", caption: "C" });
        await showTable(["a", ""], [["<b>", 1]]);
        check("surprise", undefined);
      \`);
      return events.filter(({ data }) => data).map(({ data }) => {
        const html = data["text/html"];
        const [holder, plain] = [document.createElement("div"), document.createElement("div")];
        holder.append(safeHtml(html));
        plain.innerHTML = html;
        return holder.innerHTML === plain.innerHTML && html.length > 50;
      });
    `);
    assert.deepEqual(same, [true, true, true]);
  });

  Deno.test(`a cell reaches neither the network nor the page: ${engine}`, async () => {
    const asked: string[] = [];
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      (request) => {
        asked.push(request.url);
        return new Response("globalThis.got = 'in'", {
          headers: {
            "content-type": "text/javascript",
            "access-control-allow-origin": "*",
          },
        });
      },
    );
    const site = `127.0.0.1:${server.addr.port}`;
    const page = pages[engine];
    for (const attempt of attempts(site)) {
      const { events } = await runCell(page, attempt);
      const last = events.at(-2)!;
      const refused = last.type === "error" ||
        (last.type === "result" &&
          /refused|undefined/.test(String(last.data["text/plain"])));
      assert(refused, `${attempt}: ${JSON.stringify(events)}`);
    }
    const { leaked, kept } = await page.evaluate<Record<string, string[]>>(`
      globalThis.leaked = [];
      const kept = [];
      const script = "parent.leaked.push(2)";
      const { events } = await run(\`URL.createObjectURL(new Blob(["\${script}"]))\`);
      const blobs = [
        events[1].data["text/plain"].slice(1, -1),
        URL.createObjectURL(new Blob([script])),
      ].map((url) => \`<iframe srcdoc="<script src='\${url}'></script>"></iframe>\`);
      for (const html of [...blobs, ...${JSON.stringify(hostileHtml(site))}]) {
        const holder = document.createElement("div");
        holder.append(safeHtml(html));
        kept.push(holder.innerHTML);
        document.body.append(holder);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { leaked, kept };
    `);
    assert.deepEqual(leaked, []);
    // What the page's policy would stop as well.
    assert.doesNotMatch(
      kept.join(),
      /<(?!\/|img|p\b)|\b(on\w+|src)=|http|fixed/,
    );
    assert(kept.includes(`<p style="color: red">x</p>`));
    assert.deepEqual(asked, []);
  });
}

Deno.test("the kernel adds at most 170 KB, compressed, to a page", async () => {
  const bytes = Uint8Array.fromBase64(await packedKernel()).length;
  assert(bytes > 0 && bytes <= 170_000, `${bytes} bytes`);
});

/** Cells that try to get out: each must throw, or say that it was refused. */
function attempts(site: string): string[] {
  const settled = (made: string) =>
    `await new Promise((resolve) => {
      const made = ${made};
      for (const type of ["open", "load", "message"]) {
        made.addEventListener(type, ({ data }) => resolve(data ?? "got through"));
      }
      made.addEventListener("error", () => resolve("refused"));
      setTimeout(resolve, 5000, "neither");
      if (made instanceof XMLHttpRequest) made.send();
    })`;
  const blob = (script: string) =>
    `URL.createObjectURL(new Blob([${JSON.stringify(script)}]))`;
  return [
    `await fetch("http://${site}/fetch")`,
    `(await fetch("http://${site}/no-cors", { mode: "no-cors" })).type`,
    settled(`(() => {
      const request = new XMLHttpRequest();
      request.open("GET", "http://${site}/xhr");
      return request;
    })()`),
    settled(`new WebSocket("ws://${site}/socket")`),
    settled(`new EventSource("http://${site}/events")`),
    `await import("http://${site}/import")`,
    `await (0, eval)("import('http://${site}/eval')")`,
    `importScripts("http://${site}/importScripts")`,
    settled(`new Worker("http://${site}/worker")`),
    settled(
      `new Worker(${
        blob(
          `fetch("http://${site}/nested").then(() => postMessage("got through"), () => postMessage("refused"))`,
        )
      })`,
    ),
    `importScripts(${blob(`importScripts("http://${site}/through-a-blob")`)})`,
    `new Image().src = "http://${site}/image"`,
    "document.title",
    "window.parent",
    "localStorage.length",
    "typeof navigator.sendBeacon",
    "typeof opener",
  ];
}

/** What a cell might show to run a script in the page, or to ask for something. */
function hostileHtml(site: string): string[] {
  const script = "parent.leaked.push(1)";
  return [
    `<script>${script}</script>`,
    `<img src=x onerror="${script}">`,
    `<img src="http://${site}/image">`,
    `<iframe srcdoc="<script>${script}</script>"></iframe>`,
    `<iframe src="javascript:${script}"></iframe>`,
    `<svg onload="${script}"><script>${script}</script></svg>`,
    `<math><mtext><table><mglyph><style><img src=x onerror="${script}">`,
    `<link rel=stylesheet href="http://${site}/style">`,
    `<meta http-equiv=refresh content="0; http://${site}/refresh">`,
    `<form action="http://${site}/form"><button autofocus onfocus="${script}">`,
    `<object data="http://${site}/object"></object><embed src="http://${site}/embed">`,
    `<video src="http://${site}/video" onerror="${script}"></video>`,
    `<template><img src=x onerror="${script}"></template>`,
    `<p style="background: url(http://${site}/background)">x</p>`,
    `<p style="width: \\75rl(http://${site}/escaped)">x</p>`,
    `<p style="color: red; position: fixed; inset: 0">x</p>`,
    `<details open ontoggle="${script}"><summary>x</summary></details>`,
  ];
}

/** Runs a cell; an error names it. */
function runCell(page: EnginePage, code: string) {
  return page.evaluate<{ events: CellEvent[] }>(
    `return await run(${JSON.stringify(code)});`,
  ).catch((cause) => {
    throw new Error(code, { cause });
  });
}

function joined(text: unknown): string {
  return [text ?? ""].flat().join("");
}

/** An output of either kernel, in one form; scripts aside, which a page has. */
function ofJupyter({ output_type, name, text, data }: Output): unknown {
  if (output_type === "stream") return { name, text: joined(text) };
  return ofData(output_type === "display_data" ? "display" : "result", data!);
}

function ofPage(event: CellEvent): unknown {
  if (event.type === "stream") return { name: event.name, text: event.text };
  if (event.type === "display" || event.type === "result") {
    return ofData(event.type, event.data);
  }
  return event;
}

/** Jupyter gets a run of lines in one piece. */
function joinStreams(events: readonly CellEvent[]): CellEvent[] {
  const joined: CellEvent[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    const continues = last?.type === "stream" && event.type === "stream" &&
      last.name === event.name;
    if (!continues) joined.push(event);
    else joined.splice(-1, 1, { ...last, text: last.text + event.text });
  }
  return joined;
}

/** The one difference: Deno 2.9.6 shows nothing in Jupyter for these values. */
function isInJupyter(event: CellEvent): boolean {
  return event.type !== "result" ||
    !/^(null|NaN|-?Infinity|-0|-?\d+n)$/.test(String(event.data["text/plain"]));
}

function ofData(type: string, data: Readonly<Record<string, unknown>>) {
  const script = /<script(?! type="application\/json")[\s\S]*?<\/script>\n?/g;
  return {
    type,
    text: joined(data["text/plain"]),
    html: joined(data["text/html"]).replaceAll(script, ""),
    figure: data["application/vnd.plotly.v1+json"],
  };
}

/**
 * Chromium computes as Deno does, to the last bit. The other engines have another
 * `Math.log`, whose last digit differs, and differences make that larger.
 */
function assertSame(
  actual: unknown,
  expected: unknown,
  engine: Engine,
  where: string,
): void {
  if (engine === "chromium") return assert.deepEqual(actual, expected, where);
  const number = /-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;
  const split = (value: unknown) => {
    // Keys sorted: Jupyter sorts those of a figure.
    const text = JSON.stringify(
      value,
      (_, part) =>
        part?.constructor === Object
          ? Object.fromEntries(Object.entries(part).sort())
          : part,
    );
    return { words: text.split(number), numbers: text.match(number) ?? [] };
  };
  const [a, b] = [split(actual), split(expected)];
  assert.deepEqual(a.words, b.words, where);
  a.numbers.forEach((text, i) => {
    const [x, y] = [Number(text), Number(b.numbers[i])];
    const near = Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(y));
    assert(near, `${where}: ${text} is not ${b.numbers[i]}`);
  });
}
