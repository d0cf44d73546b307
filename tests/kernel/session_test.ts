import assert from "assert";
import * as notebook from "@lesson/cross-entropy/notebook";
import { cellScript } from "../../lib/kernel/cell_script.ts";
import type { CellEvent } from "../../lib/kernel/messages.ts";
import { openSession } from "../../lib/kernel/session.ts";

let loaded = 0;
const session = openSession(
  {
    "@lesson/cross-entropy/notebook": notebook,
    "a-module": { default: 7, b: 8 },
  },
  (script) => {
    const name = `cell-${++loaded}`;
    (0, eval)(`${script}\n//# sourceURL=${name}`);
    return `${name}, <anonymous>`; // as V8 names what came through eval
  },
);

/** What a cell puts out, in short: each event as one string. */
async function run(code: string): Promise<string[]> {
  const events: CellEvent[] = [];
  await session.run(code, (event) => events.push(structuredClone(event)));
  assert.equal(events.shift()?.type, "started");
  assert.equal(events.pop()?.type, "done");
  return events.map((event) => {
    switch (event.type) {
      case "result":
        return String(event.data["text/plain"]);
      case "display":
        return `shown: ${event.data["text/plain"]}`;
      case "stream":
        return `${event.name}: ${event.text}`;
      case "error":
        return `${event.name}: ${event.message} @${event.line}`;
      default:
        return event.type;
    }
  });
}

/** Runs cells one after the other; each puts out what is listed behind it. */
async function assertRuns(
  ...cells: [code: string, ...outputs: string[]][]
): Promise<void> {
  for (const [code, ...outputs] of cells) {
    assert.deepEqual(await run(code), outputs, code);
  }
}

Deno.test("the value of the last expression is the result, and undefined is none", async () => {
  await assertRuns(
    ["1 + 1", "2"],
    ["const a = 5"],
    ["let b; b = 6", "6"],
    ["3; const c = 1", "3"],
    ["[1, 2].forEach(() => {})"],
    [""],
    ["// nothing"],
    ["{ a: 1 }", "{ a: 1 }"],
    ["{ a: 1 };", "1"],
    ["({ a: 1 })", "{ a: 1 }"],
    ["'text'", '"text"'],
    ["await Promise.resolve(4)", "4"],
    ["null", "null"],
    ["if (a > 3) { 'big' } else { 'small' }", '"big"'],
    ["for (const x of [1, 2]) x * 2", "4"],
    ["1\n;[2, 3]", "[ 2, 3 ]"],
    ["a\n// end", "5"],
    ["(1, 2)", "2"],
    ["try { throw 1 } catch { 'caught' }", '"caught"'],
    ["() => 1", "[Function (anonymous)]"],
    ["function f() { 3 }"],
    ["`${a}`;", '"5"'],
    ["3; if (a < 3) 4"],
    ["let bare\n(1)\n2", "2"],
    ["if (a < 3) var one = 1; else var two = 2\ntwo", "2"],
    ['{ a: ";" }', '{ a: ";" }'],
    ["{ let a; a = 1; }", "1"],
    ["late; let late = 1", "ReferenceError: late is not defined @1"],
    ["function(){}", "SyntaxError: Unexpected token @1"],
  );
});

Deno.test("later cells see what earlier ones declare, and may declare it again", async () => {
  await assertRuns(
    ["const x = 1; let y = 2; var z = 3; function f() { return x } class A { x = x }"],
    ["[x, y, z, f(), new A()]", "[ 1, 2, 3, 1, A { x: 1 } ]"],
    ["const x = 10; let y = 20; var z; function g() { return f() + x } class A { y = 1 }"],
    ["[x, y, z, f(), g(), new A()]", "[ 10, 20, 3, 10, 20, A { y: 1 } ]"],
    ["y += 1; y", "21"],
    ["x = 5", "TypeError: Assignment to constant variable. @1"],
    [
      "const { p, q: [r = 9, ...s], ...t } = { p: 1, q: [undefined, 2, 3], u: 4 }, w = 5; [p, r, s, t, w]",
      "[ 1, 9, [ 2, 3 ], { u: 4 }, 5 ]",
    ],
    ["let x = 0; x++; x", "1"],
    ["f.name + g.name + A.name", '"fgA"'],
    [
      "const arrow = () => 1, klass = class {}; [arrow, klass, f]",
      "[ [Function: arrow], [class klass], [Function: f] ]",
    ],
  );
});

Deno.test("functions call one another whatever their order, and themselves as they are declared now", async () => {
  await assertRuns(
    [
      "even(4); function even(n) { return n === 0 || odd(n - 1) } function odd(n) { return n > 0 && even(n - 1) }\neven(3)",
      "false",
    ],
    ["const old = odd; async function odd(n) { return 'new' }"],
    ["even(4)", "Promise { <pending> }"],
    ["function* gen() { yield 1 } [...gen()]", "[ 1 ]"],
  );
});

Deno.test("`var` is global also inside blocks and loops, and only there", async () => {
  await assertRuns(
    ["for (var i = 0, n = 3; i < n; i++) { var twice = 2 * i }\nif (true) var one = 1\nfor (var k of [7, 8]);\nfor (var key in { a: 1 });\n(function () { var hidden = 1 })()"],
    ["[i, n, twice, one, k, key]", '[ 3, 3, 4, 1, 8, "a" ]'],
    ["hidden", "ReferenceError: hidden is not defined @1"],
    ["{ let inner = 1; }"],
    ["inner", "ReferenceError: inner is not defined @1"],
    [
      "{ function inBlock() { return 3 }\nclass InBlock {}\n[inBlock(), new InBlock()] }",
      "[ 3, InBlock {} ]",
    ],
    ["inBlock", "ReferenceError: inBlock is not defined @1"],
    ["InBlock", "ReferenceError: InBlock is not defined @1"],
  );
});

Deno.test("types are stripped, and enumerations work", async () => {
  await assertRuns(
    [
      "interface Point {\n  x: number;\n}\ntype Pair<T> = [T, T];\nconst at = (p: Point): number => p.x;\nat({ x: 2 } as Point)!",
      "2",
    ],
    ["enum Colour { Red, Green }\nColour.Green", "1"],
    ["Colour[0]", '"Red"'],
    [
      "class P<T> { constructor(private readonly v: T) {} get(): T { return this.v } }\nnew P<number>(3).get() satisfies number",
      "3",
    ],
  );
});

Deno.test("imports find what the page has, by each form of import", async () => {
  const nowhere =
    'TypeError: Module "nowhere" is not in this page: there are @lesson/cross-entropy/notebook, a-module @1';
  await assertRuns(
    ['import { softmax, type Figure, fixed as rounded } from "@lesson/cross-entropy/notebook";\nimport type { Sample } from "@lesson/cross-entropy";\nimport seven, * as all from "a-module";\nimport "a-module";'],
    [
      "[softmax([0, 0]), rounded([1 / 3], 2), seven, all.b]",
      '[ [ 0.5, 0.5 ], "0.33", 7, 8 ]',
    ],
    ['(await import("a-module")).b', "8"],
    [
      'import { softmax } from "@lesson/cross-entropy/notebook"; softmax = 1',
      "TypeError: Assignment to constant variable. @1",
    ],
    [
      'import x from "nowhere"',
      nowhere,
    ],
    [
      'await import("nowhere")',
      nowhere,
    ],
    ['import { missing } from "a-module"; missing'],
    [
      'import "nowhere"',
      nowhere,
    ],
    ['1\nimport "a-module"\n(2)\n3', "3"],
    [
      'import {\n  b,\n} from "a-module";\n\nnull.x',
      "TypeError: Cannot read properties of null (reading 'x') @5",
    ],
  );
});

Deno.test("what a module would export is there for later cells", async () => {
  await assertRuns(
    ["export const e = 4;\nexport function ef() { return e }\nexport class E {}\nexport { e as other };"],
    ["[e, ef(), new E()]", "[ 4, 4, E {} ]"],
  );
});

Deno.test("an error has its name, its message and the line of the cell", async () => {
  await assertRuns(
    ["1;\n\nthrow new RangeError('no')", "RangeError: no @3"],
    ["throw 'text'", "Error: text @undefined"],
    ["const f1 = (n: number) => {\n  return n.x.y;\n};"],
    [
      "'line 1';\ntype A = {\n  a: 1;\n};\nf1(1)",
      "TypeError: Cannot read properties of undefined (reading 'y') @5",
    ],
    ["await Promise.reject(new Error('later'))", "Error: later @1"],
    ["null.x", "TypeError: Cannot read properties of null (reading 'x') @1"],
    ["undeclared = 1", "ReferenceError: undeclared is not defined @1"],
    ["assertNothing()", "ReferenceError: assertNothing is not defined @1"],
  );
});

Deno.test("whatever a cell throws is reported, and the next cell runs", async () => {
  await assertRuns(
    [
      "throw Object.create(null)",
      "Error: [Object: null prototype] {} @undefined",
    ],
    ["throw { code: 1 }", "Error: { code: 1 } @undefined"],
    [
      "throw Object.assign(new Error(), { message: () => 1, stack: null })",
      "Error: [Function: message] @undefined",
    ],
    ["1 + 1", "2"],
  );
});

Deno.test("an error of syntax has its place, and nothing of the cell runs", async () => {
  const events: CellEvent[] = [];
  const keep = (event: CellEvent) => void events.push(event);
  await session.run("console.log('ran');\nconst s: string = ;", keep);
  await session.run("const a = 1;\n  const a = 2;", keep);
  assert.deepEqual(events.filter(({ type }) => type === "error"), [
    {
      type: "error",
      name: "SyntaxError",
      message: "Unexpected token",
      line: 2,
      column: 19,
    },
    {
      type: "error",
      name: "SyntaxError",
      message: "Identifier 'a' has already been declared",
      line: 2,
      column: 9,
    },
  ]);
  assert(events.every(({ type }) => type !== "stream"));
  assert.deepEqual(await run("return 1"), [
    "SyntaxError: 'return' outside of function @1",
  ]);
});

Deno.test("an error of syntax far down, or deep inside, is reported, too", async () => {
  assert.deepEqual(await run("\n".repeat(10) + "const a = b c;"), [
    'SyntaxError: Unexpected token, expected ";" @11',
  ]);
  assert.deepEqual(await run("\n".repeat(10) + "let a, a;"), [
    "SyntaxError: Identifier 'a' has already been declared @11",
  ]);
  const [deep] = await run("[".repeat(1e5));
  assert.match(deep, /^RangeError: Maximum call stack/);
});

Deno.test("cellScript() writes what it must and leaves the rest as it is", () => {
  const script = (code: string) =>
    cellScript(code).match(/"use strict"; ([^]*)\n}\);$/)![1];
  assert.equal(
    script("const [, h] = [1, 2], { n } = a?.b ?? 1_000;\nh;"),
    'void ($cell.declare("h", "n"), [, h] = [1, 2], { n } = a?.b ?? 1_000, ' +
      '$cell.seal("h", "n"));\n$cell.value = (h);',
  );
});

Deno.test("console prints as in Deno", async () => {
  assert.deepEqual(
    await run(`
    console.log("%s is %d", "a", 1.5, { x: [1, "b"] }); console.log(); console.log([-0, "s"], "s");
    console.error("bad"); console.group("G"); console.info("two\\nlines"); console.groupEnd(); console.assert(1 > 2, "x");
  `),
    [
      'stdout: a is 1 { x: [ 1, "b" ] }\n',
      "stdout: \n",
      'stdout: [ -0, "s" ] s\n',
      "stderr: bad\n",
      "stdout: G\n",
      "stdout:   two\n  lines\n",
      "stderr: Assertion failed: x\n",
    ],
  );
});

Deno.test("show, showTable, explore and check work as in Jupyter", async () => {
  await assertRuns(
    ['import { check, explore, show, showTable } from "@lesson/cross-entropy/notebook";'],
    [
      'await showTable(["a"], [[1]]); await show({ data: [], layout: {} }, { alt: "A line." }); await explore("race", { alt: "A race." });',
      "shown: a\n1",
      "shown: A line.",
      "shown: A race.",
    ],
    [
      'check("surprise", undefined)',
      "Not answered yet. Put your answer in place of undefined.",
    ],
    [
      "await show({ data: [], layout: {} }, {})",
      "TypeError: show: description.alt must say what the figure shows, for readers who do not see it @1",
    ],
  );
});

Deno.test("cells run one after the other, however they are sent", async () => {
  const order: string[] = [];
  const send = (code: string) =>
    session.run(
      code,
      (event) => event.type === "stream" && order.push(event.text),
    );
  await Promise.all([
    send(
      "await new Promise((resolve) => setTimeout(resolve, 20)); console.log(1)",
    ),
    send("console.log(2)"),
  ]);
  assert.deepEqual(order, ["1\n", "2\n"]);
});
