import assert from "assert";
import { seededRandom } from "@lesson/cross-entropy";

Deno.test("seededRandom() gives the numbers of mulberry32, in [0, 1)", () => {
  // The first three of the published C code, for the seed 1.
  const random = seededRandom(1);
  const first = [random(), random(), random()].map((x) => x * 2 ** 32);
  assert.deepEqual(first, [2693262067, 11749833, 2265367787]);
  for (let i = 0; i < 10_000; i++) {
    const x = random();
    assert(x >= 0 && x < 1);
  }
});

Deno.test("seededRandom() is uniform: each tenth gets about a tenth", () => {
  const random = seededRandom(11);
  const counts = Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i++) counts[Math.floor(10 * random())]++;
  // Six standard deviations of a count around 10,000.
  for (const count of counts) {
    assert(Math.abs(count - 10_000) < 570, `${count}`);
  }
});

Deno.test("seededRandom() gives other numbers for another seed", () => {
  const firsts = Array.from({ length: 100 }, (_, seed) => seededRandom(seed)());
  assert.equal(new Set(firsts).size, 100);
});

Deno.test("seededRandom() refuses a seed that is not an integer in [0, 2³²)", () => {
  for (const seed of [1.5, NaN, Infinity, -1, 2 ** 32, 1e300]) {
    assert.throws(() => seededRandom(seed), {
      name: "RangeError",
      message:
        `seededRandom: seed must be an integer in [0, 4294967296), got ${seed}`,
    });
  }
});
