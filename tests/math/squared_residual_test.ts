import assert from "assert";
import {
  softmax,
  squaredResidual,
  sumOfSquaredResiduals,
} from "@lesson/cross-entropy";
import {
  assertRefusesBadProbabilities,
  assertRefusesBadTargets,
} from "../support/bad_input.ts";
import reference from "../fixtures/reference.json" with { type: "json" };
import { randomCases } from "../support/seeded.ts";
import { assertClose } from "../support/ulps.ts";

Deno.test("squaredResidual() is (1 - p)² of the observed class, whatever the others are", () => {
  assert.equal(squaredResidual([0.75, 0.25], 0), 0.0625);
  assert.equal(squaredResidual([0.75, 0.25], 1), 0.5625);
  assert.equal(squaredResidual([0.75, 0.125, 0.125], 0), 0.0625);
});

Deno.test("sumOfSquaredResiduals() adds the squared probabilities of the other classes", () => {
  assert.equal(sumOfSquaredResiduals([0.5, 0.25, 0.25], 0), 0.375);
  assert.equal(sumOfSquaredResiduals([0.5, 0.25, 0.25], 1), 0.875);
});

Deno.test("squaredResidual() goes from 0 to 1, sumOfSquaredResiduals() from 0 to 2", () => {
  assert.equal(squaredResidual([1, 0], 0), 0);
  assert.equal(squaredResidual([1, 0], 1), 1);
  assert.equal(sumOfSquaredResiduals([1, 0], 0), 0);
  assert.equal(sumOfSquaredResiduals([1, 0], 1), 2);
  for (const { logits, target } of randomCases) {
    const p = Object.freeze(softmax(logits));
    const [one, all] = [
      squaredResidual(p, target),
      sumOfSquaredResiduals(p, target),
    ];
    assert(one >= 0 && one <= all && all <= 2, `${one} ${all}`);
  }
});

Deno.test("squaredResidual() and sumOfSquaredResiduals() of softmax() agree with mpmath", () => {
  for (const row of reference) {
    const p = softmax(row.logits);
    // They start from the rounded p, so 1 − p loses its digits where p is near
    // 1; measured 1.1e-16 and 2.2e-16.
    assertClose(squaredResidual(p, row.target), row.squaredResidual, {
      absolute: 2.3e-16,
    }, row.name);
    assertClose(
      sumOfSquaredResiduals(p, row.target),
      row.sumOfSquaredResiduals,
      {
        absolute: 4.5e-16,
      },
      row.name,
    );
  }
});

Deno.test("squaredResidual() and sumOfSquaredResiduals() refuse bad input", () => {
  assertRefusesBadProbabilities(
    "squaredResidual",
    (p) => squaredResidual(p, 0),
  );
  assertRefusesBadTargets(
    "squaredResidual",
    (k) => squaredResidual([0.5, 0.5], k),
  );
  assertRefusesBadProbabilities(
    "sumOfSquaredResiduals",
    (p) => sumOfSquaredResiduals(p, 0),
  );
  assertRefusesBadTargets(
    "sumOfSquaredResiduals",
    (k) => sumOfSquaredResiduals([0.5, 0.5], k),
  );
});
