import assert from "assert";
import { parseHTML } from "linkedom";
import {
  type Cell,
  htmlTable,
  textTable,
} from "../../lib/notebook/html_table.ts";

const odd = `<img src=x onerror=alert(1)> & "quotes'`;

/** The cells of one column of numbers, as a table shows them. */
function shown(values: readonly Cell[], decimals: number): string[] {
  const table = { columns: ["n"], rows: values.map((value) => [value]) };
  return textTable(table, decimals).split("\n").slice(1).map((s) => s.trim());
}

Deno.test("htmlTable() has a heading for each column and a cell for each value", () => {
  const html = htmlTable({
    columns: ["flower", "p"],
    rows: [["Setosa", 0.5], ["Virginica", 0.25]],
  }, 4);
  const { document } = parseHTML(html);
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map((cell) => cell.textContent);
  assert.deepEqual(texts("thead th"), ["flower", "p"]);
  assert.deepEqual(texts("tbody tr td"), [
    "Setosa",
    "0.50",
    "Virginica",
    "0.25",
  ]);
  assert.equal(document.querySelectorAll("tbody tr").length, 2);
  assert.equal(
    document.querySelectorAll("table.numbers th[scope=col]").length,
    2,
  );
});

Deno.test("htmlTable() puts columns with a number to the right, text to the left", () => {
  const html = htmlTable(
    { columns: ["a", "b"], rows: [["x", "y"], ["z", 1]] },
    4,
  );
  const { document } = parseHTML(html);
  const sides = [...document.querySelectorAll("th, td")].map((cell) =>
    cell.getAttribute("style")
  );
  const [left, right] = ["text-align: left", "text-align: right"];
  assert.deepEqual(sides, [left, right, left, right, left, right]);
});

Deno.test("a table has a caption only when there is one", () => {
  const table = { columns: ["a"], rows: [["x"]] };
  const captioned = { ...table, caption: "Table <1>" };
  assert.match(
    htmlTable(captioned, 4),
    /^<table class="numbers">\n<caption>Table &lt;1&gt;<\/caption>\n<thead>/,
  );
  assert.match(htmlTable(table, 4), /^<table class="numbers">\n<thead>/);
  assert.equal(textTable(captioned, 4), "Table <1>\na\nx");
});

Deno.test("htmlTable() shows text as it is, never as markup", () => {
  const html = htmlTable({ columns: [odd], rows: [[odd]] }, 4);
  const { document } = parseHTML(html);
  assert.equal(document.querySelectorAll("img").length, 0);
  assert.equal(document.querySelector("th")!.textContent, odd);
  assert.equal(document.querySelector("td")!.textContent, odd);
});

Deno.test("htmlTable() and textTable() of no rows are the headings", () => {
  const table = { columns: ["a", "bc"], rows: [] };
  assert.equal(textTable(table, 4), "a  bc");
  const { document } = parseHTML(htmlTable(table, 4));
  assert.equal(document.querySelectorAll("th").length, 2);
  assert.equal(document.querySelectorAll("td").length, 0);
});

Deno.test("textTable() lines up its columns", () => {
  const table = {
    columns: ["flower", "CE"],
    rows: [["Setosa", 0.5663], ["Versicolor", -10]],
  };
  assert.equal(
    textTable(table, 3),
    [
      "    flower       CE",
      "    Setosa    0.566",
      "Versicolor  −10.000",
    ].join("\n"),
  );
});

Deno.test("the numbers of a column share the decimals of the longest, at most as many as wanted", () => {
  assert.deepEqual(shown([1, 2.5, 0.25], 4), ["1.00", "2.50", "0.25"]);
  assert.deepEqual(shown([1 / 3, 2], 4), ["0.3333", "2.0000"]);
  assert.deepEqual(shown([2 / 3], 2), ["0.67"]);
  assert.deepEqual(shown([1, 2], 4), ["1", "2"]);
  assert.deepEqual(shown(["1.23456", 2], 4), ["1.23456", "2"]);
});

Deno.test("a number that would be rounded to 0 is written with an exponent, a true 0 is not", () => {
  assert.deepEqual(shown([0.00001234, 0, 0.5], 4), [
    "1.23e−5",
    "0.0000",
    "0.5000",
  ]);
  assert.deepEqual(shown([0.00006], 4), ["0.0001"]);
  assert.deepEqual(shown([-0, 0.5], 4), ["0.0", "0.5"]);
});

Deno.test("negative numbers have a real minus sign, and what is not finite is named", () => {
  assert.deepEqual(shown([-1.5, 2], 4), ["−1.5", "2.0"]);
  assert.deepEqual(shown([-Infinity, Infinity, NaN, 0.5], 4), [
    "−∞",
    "∞",
    "NaN",
    "0.5",
  ]);
});

Deno.test("htmlTable() has no heading above a column without a name", () => {
  const html = htmlTable({ columns: ["", "p"], rows: [["Setosa", 1]] }, 2);
  const { document } = parseHTML(html);
  const [first, second] = document.querySelectorAll("thead tr > *");
  assert.deepEqual([first.tagName, second.tagName], ["TD", "TH"]);
});
