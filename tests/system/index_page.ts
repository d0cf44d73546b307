import assert from "assert";
import { parseHTML } from "linkedom";
import { join } from "node:path";
import {
  makeIndexPage,
  makeLanguagesPage,
  pictureOf,
} from "../../handouts/index_page.ts";
import { readSteps } from "../../handouts/series.ts";
import { root } from "../support/folder.ts";

for (const language of ["en", "pt"]) {
  Deno.test(`the first cell of each notebook in ${language} gives the index its question and minutes, and the first one what one needs to know`, () => {
    const steps = readSteps(join(root, "notebooks", language));
    assert.equal(steps.length, 8);
    for (const { name, question, time } of steps) {
      assert.match(question ?? "", /^\p{Lu}.+\?$/u, name);
      assert.match(time ?? "", /^(About|Cerca de) \d\d minut[eo]s\.$/, name);
    }
    assert.match(steps[0].needs ?? "", /ReLU/);
    assert.equal(steps.filter(({ needs }) => needs).length, 1);
  });
}

const twoSteps = [
  {
    name: "01_one",
    title: "1. One",
    question: "Is $x$ <b>one</b>?",
    time: "About 5 minutes.",
    needs: "**What you need to know:** $e$.",
    picture: "data:image/svg+xml,%3Csvg/%3E",
  },
  { name: "02_two", title: "2. Two" },
];

Deno.test("makeIndexPage() shows each step with what it has, the teacher, the sources and how to cite", async () => {
  const [author, course, date, institution] = ["Ana", "AI", "May", "UnB"];
  const about = { author, course, date, institution };
  const page = await makeIndexPage("en", twoSteps, ["pt"], about, "all.pdf");
  const { document } = parseHTML(page);
  const text = (selector: string) =>
    document.querySelector(selector)!.textContent;
  assert.match(text("header"), /^AI · English · .*Ana · UnB · May$/);
  const links = [...document.querySelectorAll("a")].map(({ href }) => href);
  const steps = ["01_one.html", "02_two.html"];
  assert.deepEqual(links, ["../pt/index.html", "all.pdf", ...steps]);
  assert.equal(document.querySelectorAll(".steps li").length, 2);
  assert.equal(document.querySelectorAll(".steps img").length, 1);
  assert.match(text(".steps li"), /Is x one\?\s*About 5 minutes\./);
  assert.equal(document.querySelectorAll("math").length, 2);
  const sources = /StatQuest.*Fisher.*CC BY 4\.0.*cite: Ana\. Cro/;
  assert.match(text("footer"), sources);
});

Deno.test("a page cites the lesson as the README does", async () => {
  for (const [language, file] of [["en", ""], ["pt", ".pt-BR"]]) {
    const readme = await Deno.readTextFile(join(root, `README${file}.md`));
    const [, cited] = readme.match(/^> (_[^]*?2026\.)/m)!;
    const { document } = parseHTML(await makeIndexPage(language, [], [], {}));
    const footer = document.querySelector("footer")!.textContent;
    const plain = cited.replace(/_/g, "").replace(/\n> /, " ");
    assert(footer.endsWith(`: ${plain}`));
  }
});

Deno.test("makeLanguagesPage() leads to each language, in its own words", async () => {
  const { document } = parseHTML(await makeLanguagesPage(["en", "pt"]));
  const links = [...document.querySelectorAll("a")];
  assert.deepEqual(
    links.map((link) => [link.closest<HTMLElement>("[lang]")!.lang, link.href]),
    [["en", "en/index.html"], ["pt-BR", "pt/index.html"]],
  );
});

Deno.test("pictureOf() takes the first figure that is not too high and gives no prediction away", () => {
  const section = (classes: string, name: string, height = 400) =>
    `<section id="x" class="code ${classes}"><figure>\n<img alt="" src="${name}%3Csvg height=%22${height}%22"></figure></section>`;
  const high = section("labels", "high", 700);
  const result = section("labels result", "result");
  const open = section("labels", "open");
  assert.match(pictureOf(high + result + open)!, /^open/);
  assert.match(pictureOf(high + result)!, /^result/);
  assert.equal(pictureOf(high), undefined);
});
