import assert from "assert";
import type { Locator, Page } from "playwright-core";
import {
  crossEntropyCurve,
  crossEntropyFromLogits,
  exampleFlowers,
  exampleNetwork,
  forward,
  squaredResidualCurve,
  totalLoss,
  withOutputBias,
} from "@lesson/cross-entropy";
import { explorableWordsOf } from "../../lib/i18n/words.ts";
import { biasPath } from "../support/bias_path.ts";
import {
  browser,
  file,
  names,
  open,
  part,
} from "../support/explorables_page.ts";
import { openPage } from "../support/page.ts";
import { until } from "../support/until.ts";

const words = explorableWordsOf.en;

Deno.test("the flower shows what the library computes, for many settings", () =>
  open(800, async (page) => {
    const flower = part(page, "flower");
    const flowers = [[0, 0], [0.04, 0.42], [1, 0.54], [0.5, 0.37], [1, 1]];
    for (const [petal, sepal] of [...flowers, [0.73, 0.08]]) {
      for (const observed of [0, 1, 2]) {
        await set(flower, "petal", petal);
        await set(flower, "sepal", sepal);
        await flower.locator("select").selectOption(`${observed}`);
        const input = [petal, sepal];
        const { logits, probabilities } = forward(exampleNetwork, input);
        const name = ["Setosa", "Versicolor", "Virginica"][observed];
        await says(flower, [
          words.probabilityOf(name, probabilities[observed]),
          words.crossEntropy(crossEntropyFromLogits(logits, observed)),
        ]);
        const drawn = flower.locator(".live text");
        for (const p of probabilities) {
          const hasText = `p = ${p.toFixed(2)}`;
          await drawn.filter({ hasText }).first().waitFor();
        }
      }
    }
  }));

Deno.test("the slopes are those of the library, for many p", () =>
  open(800, async (page) => {
    const slopes = part(page, "slopes");
    const [ce, sr] = [crossEntropyCurve, squaredResidualCurve];
    for (const p of [0.01, 0.02, 0.1, 0.25, 0.33, 0.5, 0.75, 0.9, 0.99]) {
      await set(slopes, "p", p);
      await says(slopes, [
        words.slopesInProbability(ce.slope(p), sr.slope(p)),
        words.slopesInLogit(ce.slopeInLogit(p), sr.slopeInLogit(p)),
      ]);
    }
  }));

Deno.test("arrow keys move a slider, and the text and the plot follow", () =>
  open(800, async (page) => {
    const slopes = part(page, "slopes");
    const trace = slopes.locator(".live .trace").nth(1);
    const before = await trace.innerHTML();
    await slopes.locator("input").focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press("ArrowRight");
    const [ce, sr] = [crossEntropyCurve, squaredResidualCurve];
    await says(slopes, [
      words.slopesInProbability(ce.slope(0.15), sr.slope(0.15)),
    ]);
    await until(async () => await trace.innerHTML() !== before, "a new plot");
  }));

Deno.test("the race can be stepped, run, paused and reset, and ends where gradientDescent() ends", () =>
  open(800, async (page) => {
    const race = part(page, "race");
    const button = (name: string) => race.locator(`button[name=${name}]`);
    await button("step").click();
    await button("step").click();
    const after2 = biasPath("squaredResidual", -8, 1, 2)[2];
    await says(race, [words.onItsWay("SR", after2, 2)]);
    await button("again").click();
    // Two or three steps a second at first, to be watched; timed by the page's clock.
    const label = await button("run").evaluate(async (run) => {
      (run as HTMLElement).click();
      await new Promise((resolve) => setTimeout(resolve, 700));
      const { textContent } = run;
      (run as HTMLElement).click();
      return textContent;
    });
    assert.equal(label, words.pause);
    assert.match(await text(race), /^CE: .* after [1-4] steps?$/m);
    await race.getByText(words.run, { exact: true }).waitFor();
    await button("again").click();
    await says(race, [words.onItsWay("CE", -8, 0)]);
    for (const [start, rate] of [[-2, 1], [-4, 2], [3, 0.5]]) {
      await set(race, "start", start);
      await set(race, "learningRate", rate);
      await button("run").click();
      for (const [loss, short] of Object.entries(words.short)) {
        const name = loss as keyof typeof words.short;
        const way = biasPath(name, start, rate, 500);
        const steps = way.findLastIndex((b3) => Math.abs(b3) >= 0.1) + 1;
        const there = RegExp(`^${short}: .* there in ${steps} steps$`);
        await race.getByText(there).waitFor();
      }
      await race.getByText(words.run, { exact: true }).waitFor();
    }
    await race.locator("[name=squaredResidual]").uncheck();
    await says(race, [words.outOfRace("SR")]);
  }));

Deno.test("a race that cannot end is stopped, and says so", () =>
  open(800, async (page) => {
    const race = part(page, "race");
    await set(race, "learningRate", 4);
    await race.locator("[name=squaredResidual]").uncheck();
    await race.locator("[name=sumOfSquaredResiduals]").uncheck();
    await race.locator("button[name=run]").click();
    const stopped = /^CE: .*stopped: not there after 2000 steps$/;
    await race.getByText(stopped).waitFor();
    await race.getByText(words.run, { exact: true }).waitFor();
  }));

Deno.test("Plotly's own buttons stay small, and JupyterLab leaves the keys to the controls", () =>
  open(360, async (page) => {
    const figure = part(page, "slopes");
    await figure.locator(".live").hover();
    const bar = figure.locator(".modebar-btn").first();
    const { width, height } = (await bar.boundingBox())!;
    assert(width < 30 && height < 30, `${width} × ${height}`);
    const inputs = page.locator(".controls [name]:not(button)");
    const left = await inputs.evaluateAll((all) =>
      all.map((one) => one.getAttribute("data-lm-suppress-shortcuts"))
    );
    assert.deepEqual(new Set(left), new Set(["true"]));
  }));

Deno.test("the ball steps down as gradientDescent() does", () =>
  open(800, async (page) => {
    const descent = part(page, "descent");
    const settings = [[-2, 1], [-5, 0.3], [3, 2.5], [1, 3.9]];
    for (const [start, rate] of settings) {
      await set(descent, "start", start);
      await set(descent, "learningRate", rate);
      const way = biasPath("crossEntropy", start, rate, 4);
      for (const [steps, bias] of way.entries()) {
        const total = totalLoss(
          withOutputBias(exampleNetwork, 0, bias),
          exampleFlowers,
          crossEntropyFromLogits,
        );
        await says(descent, [words.afterSteps(steps, bias, total)]);
        await descent.locator("button[name=step]").click();
      }
    }
  }));

for (const width of [360, 800]) {
  Deno.test(`nothing below moves while the reader changes settings, at ${width} pixels`, () =>
    open(width, async (page) => {
      for (const name of names) {
        const figure = part(page, name);
        const step = figure.locator("button[name=step]");
        const heights = new Set<number>();
        for (const input of await figure.locator("input[type=range]").all()) {
          for (const end of ["min", "max"]) {
            await input.fill((await input.getAttribute(end))!);
            if (await step.count() > 0) await step.click();
            await frames(page, 4);
            heights.add((await figure.boundingBox())!.height);
          }
        }
        assert.equal(heights.size, 1, `${name}: ${[...heights]}`);
      }
    }));
}

Deno.test("a picture of the first state is there without JavaScript", async () => {
  const options = { javaScriptEnabled: false };
  await using opened = await openPage(browser, file, options);
  const pictures = opened.page.locator("figure img:visible");
  assert.equal(await pictures.count(), names.length);
});

Deno.test("a picture of the first state is there on paper; of a race it shows the end", () =>
  open(800, async (page) => {
    await page.emulateMedia({ media: "print" });
    const race = await part(page, "race").locator("img").getAttribute("src");
    assert.match(decodeURIComponent(race!), />1000</);
    const pictures = page.locator("figure img:visible");
    assert.equal(await pictures.count(), names.length);
    const live = page.locator(".controls:visible, [role=status]:visible");
    assert.equal(await live.count(), 0);
  }));

/** Waits so many frames: a plot is drawn in the next one, and may take three. */
async function frames(page: Page, count: number) {
  await page.evaluate(async (count) => {
    while (count-- > 0) await new Promise(requestAnimationFrame);
  }, count);
}

async function set(figure: Locator, name: string, value: number) {
  await figure.locator(`[name=${name}]`).fill(String(value));
}

async function text(figure: Locator): Promise<string> {
  return (await figure.locator("[role=status] p").allTextContents()).join("\n");
}

/** Waits for lines of text, and fails when they do not come. */
async function says(figure: Locator, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const status = figure.locator("[role=status]");
    const found = status.getByText(line, { exact: true });
    await found.waitFor({ timeout: 10_000 }).catch(async () => {
      throw new Error(`wanted ${line}, got\n${await text(figure)}`);
    });
  }
}
