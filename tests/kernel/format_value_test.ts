import assert from "assert";
import fc from "fast-check";
import { formatLog, formatValue } from "../../lib/kernel/format_value.ts";

/** Values of every kind that a lesson's cell may end with. */
const values: Record<string, unknown> = {
  numbers: [0.6, 1, -0, NaN, Infinity, 1e21, 1e-7, 12n],
  strings: [
    "abc",
    "a'b",
    'a"b',
    `a'b"c`,
    `a'b"c\`d`,
    `a'b"\${c}`,
    "a\nb",
    "a\\b",
    "\\'",
    "é漢😀",
  ],
  "a line to break": "a line\n".repeat(3) + "that ends'",
  "long array": Array.from({ length: 130 }, (_, i) => i / 3),
  matrix: Array.from({ length: 12 }, (_, i) => [i / 7, i / 3, -i]),
  "long strings": [
    "one",
    "two",
    "three words here",
    "and more, to break the line at eighty",
  ],
  nested: { a: [[[[[[1]]]]]], b: { c: { d: { e: { f: {} } } } } },
  object: {
    a: "x",
    "b-c": "it's",
    "q'\"": 1,
    1: 2,
    [Symbol("s")]: 1,
    u: undefined,
    n: null,
  },
  functions: [
    function f() {},
    () => 1,
    async () => {},
    function* g() {},
    class A {},
    class extends Array {},
    Math.max,
  ],
  map: new Map<unknown, unknown>([["a", new Set([1, "c"])], [{ x: 1 }, []]]),
  "class instance": new (class Network {
    weights = [[1]];
    name = "n";
    #hidden = 1;
    get size() {
      return this.#hidden;
    }
  })(),
  accessors: {
    get a() {
      return 1;
    },
    set b(_: number) {
      // Only that it is there counts.
    },
    get c() {
      return 1;
    },
    set c(_) {
      // As above.
    },
  },
  circular: (() => {
    const a: Record<string, unknown> = { n: 1 };
    a.self = a;
    return a;
  })(),
  typed: [Float64Array.of(1, 2.5), new Uint8Array(3)],
  odd: [
    [1, , 4],
    Object.assign([1], { note: "hi" }),
    Object.create(null),
    Object.assign(() => 1, { a: 1 }),
    new Number(1),
    new Date(0),
    /x/g,
    Symbol("s"),
  ],
  many: Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`key${i}`, i]),
  ),
  set: new Set(Array.from({ length: 120 }, (_, i) => i)),
  rows: Array.from(
    { length: 5 },
    (_, i) => ({ inputs: [i / 3, i / 7], target: i }),
  ),
  "long text": "word ".repeat(100),
};

for (const [name, value] of Object.entries(values)) {
  Deno.test(`formatValue() shows a value as Deno does: ${name}`, () => {
    assert.equal(formatValue(value), Deno.inspect(value, { colors: false }));
  });
}

Deno.test("formatValue() shows any data as Deno does", () => {
  const options = {
    withMap: true,
    withSet: true,
    withBigInt: true,
    withTypedArray: true,
    withSparseArray: true,
  };
  // Deno replaces halves of a pair of surrogates, Node escapes them.
  const whole = (value: unknown) =>
    formatValue(value).search(/\\u[dD][89a-f]/i) < 0;
  fc.assert(
    fc.property(fc.anything(options).filter(whole), (value) => {
      assert.equal(formatValue(value), Deno.inspect(value, { colors: false }));
    }),
    { seed: 1, numRuns: 2000 },
  );
});

Deno.test("formatLog() joins what it is given, and fills in what a format asks for", () => {
  assert.equal(
    formatLog("a", 1.5, ["b"], undefined),
    'a 1.5 [ "b" ] undefined',
  );
  assert.equal(
    formatLog("%s %d %i %f %%d %o %O", "a", 1.7, 1.7, "2.5", [1], [2]),
    "a 1 1 2.5 %d [ 1 ] [ 2 ]",
  );
  assert.equal(formatLog("100%", "%d"), "100% %d");
  assert.equal(formatLog(), "");
});
