import strict from "node:assert/strict";
import { assert as own } from "../../lib/kernel/assert.ts";

type Module = typeof strict;

/** Calls of the functions that a cell may use; some of them must fail. */
const calls: ((assert: Module) => unknown)[] = [
  (a) => a(1),
  (a) => a(0),
  (a) => a.ok(""),
  (a) => a.equal(NaN, NaN),
  (a) => a.equal(0, -0),
  (a) => a.equal(1, "1"),
  (a) => a.notEqual(1, 2),
  (a) => a.strictEqual([], []),
  (a) => a.deepEqual({ a: [1, new Set([2])] }, { a: [1, new Set([2])] }),
  (a) => a.deepStrictEqual([1, undefined], [1, null]),
  (a) => a.notDeepEqual({ a: 1 }, { a: 1 }),
  (a) => a.match("abc", /b/),
  (a) => a.match("abc", /d/),
  (a) => a.fail(),
  (a) => a.equal(1, 2, new RangeError("own")),
  (a) => a.throws(broken),
  (a) => a.throws(() => 1),
  (a) => a.throws(broken, RangeError),
  (a) => a.throws(broken, Error),
  (a) => a.throws(broken, TypeError),
  (a) => a.throws(broken, /too far/),
  (a) => a.throws(broken, { name: "RangeError", message: /far/ }),
  (a) => a.throws(broken, { message: "far" }),
  (a) => a.throws(broken, (error: Error) => error.message === "too far"),
  (a) => a.throws(broken, () => false),
  (a) => a.throws(broken, "it should say so"),
  (a) => a.rejects(() => Promise.reject(new RangeError("no")), RangeError),
  (a) => a.rejects(Promise.reject(new RangeError("no")), TypeError),
  (a) => a.rejects(Promise.resolve(1)),
];

function broken(): never {
  throw new RangeError("too far");
}

for (const call of calls) {
  Deno.test(`assert judges in a page as in Jupyter: ${call}`, async () => {
    const judge = async (assert: Module) => {
      try {
        await call(assert);
        return "passes";
      } catch (error) {
        return (error as Error).constructor.name;
      }
    };
    const [expected, actual] = [
      await judge(strict),
      await judge(own.default as Module),
    ];
    strict.equal(actual, expected);
  });
}
