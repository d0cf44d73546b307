import assert from "assert";
import { answersNotebook } from "../../handouts/client/answers_notebook.ts";
import { openStore } from "../../handouts/client/store.ts";
import { clientWords } from "../../handouts/client/words.ts";

const words = clientWords("en");

const notebook = {
  nbformat: 4,
  cells: [
    { id: "ask", cell_type: "markdown", metadata: {}, source: ["How?"] },
    {
      id: "code",
      cell_type: "code",
      metadata: {},
      source: ["1 +\n", "1;"],
      outputs: [],
      execution_count: null,
    },
  ],
};

const noSketch = () => undefined;
const nothing = { guesses: {}, sketches: {}, seen: [], code: {} };

Deno.test("answersNotebook() is the notebook when nothing was written or run", () => {
  const mine = answersNotebook(notebook, nothing, new Map(), noSketch, words);
  assert.deepEqual(mine, notebook);
});

Deno.test("answersNotebook() holds the reader's code, outputs, and guesses under their questions", () => {
  const outputs = [{ output_type: "stream", name: "stdout", text: "3\n" }];
  const mine = answersNotebook(
    notebook,
    {
      ...nothing,
      guesses: { ask: "Two,\n**surely**" },
      code: { code: "1 +\n2;" },
    },
    new Map([["code", outputs]]),
    noSketch,
    words,
  );
  assert.deepEqual(mine.cells.map(({ id }) => id), [
    "ask",
    "ask-guess",
    "code",
  ]);
  const [, guess, code] = mine.cells;
  assert.equal(
    (guess.source as string[]).join(""),
    "**My guess:**\n\n    Two,\n    **surely**",
  );
  assert.deepEqual(code.source, ["1 +\n", "2;"]);
  assert.deepEqual(code.outputs, outputs);
  assert.equal(code.execution_count, 1);
});

Deno.test("answersNotebook() keeps a sketch as a picture in the cell", () => {
  const mine = answersNotebook(
    notebook,
    nothing,
    new Map(),
    (id) => id === "ask" ? "aGk=" : undefined,
    words,
  );
  assert.deepEqual(mine.cells[1], {
    id: "ask-guess",
    cell_type: "markdown",
    metadata: { tags: ["guess"] },
    source: ["![My sketch](attachment:sketch.png)"],
    attachments: { "sketch.png": { "image/png": "aGk=" } },
  });
});

Deno.test("answersNotebook() finds the cells of a notebook without ids, and gives it ids", () => {
  const cells = notebook.cells.map(({ id: _, ...cell }) => cell);
  const older = { ...notebook, nbformat_minor: 4, cells };
  const mine = answersNotebook(
    older,
    { ...nothing, guesses: { "cell-1": "Two" }, code: { "cell-2": "2" } },
    new Map([["cell-2", []]]),
    noSketch,
    words,
  );
  const ids = ["cell-1", "cell-1-guess", "cell-2"];
  assert.deepEqual(mine.cells.map(({ id }) => id), ids);
  assert.deepEqual(mine.cells[2].source, ["2"]);
  assert.equal(mine.cells[2].execution_count, 1);
  assert.equal((mine as typeof older).nbformat_minor, 5);
});

/** A browser's storage. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  } as unknown as Storage;
}

Deno.test("openStore() gives back what was saved, page by page", () => {
  const place = storage();
  const first = openStore("step3", () => place);
  first.answers.guesses.ask = "Two";
  first.save();
  assert.deepEqual(openStore("step3", () => place).answers.guesses, {
    ask: "Two",
  });
  assert.deepEqual(openStore("step4", () => place).answers.guesses, {});
});

Deno.test("openStore() starts afresh where something else was kept", () => {
  const place = storage();
  place.setItem("step3", "{nonsense");
  const { answers, keeps } = openStore("step3", () => place);
  assert(keeps);
  assert.deepEqual(answers, nothing);
});

Deno.test("openStore() works, and says so, where the browser keeps nothing", () => {
  const { keeps, save } = openStore("step3", () => {
    throw new Error("SecurityError");
  });
  assert(!keeps);
  save();
});

Deno.test("openStore() goes on when no room is left for more", () => {
  const place = storage();
  const { keeps, save } = openStore("step3", () => place);
  assert(keeps);
  place.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  save();
});

Deno.test("openStore() keeps what the reader writes meanwhile in another window", () => {
  const place = storage();
  const { answers, save } = openStore("step3", () => place);
  const newValue = JSON.stringify({ ...nothing, guesses: { ask: "Two" } });
  const event = new Event("storage");
  dispatchEvent(Object.assign(event, { key: "step3", newValue }));
  answers.guesses.more = "Three";
  save();
  assert.deepEqual(openStore("step3", () => place).answers.guesses, {
    ask: "Two",
    more: "Three",
  });
});
