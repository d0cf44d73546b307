import assert from "assert";
import {
  type Flower,
  loadFlowers,
  parseFlowers,
  seededRandom,
  species,
  toSamples,
} from "@lesson/cross-entropy/notebook";
import irisCsv from "../../data/iris.csv" with { type: "text" };
import { sum } from "../support/seeded.ts";
import badTexts from "./bad_texts.txt" with { type: "text" };

const [header, ...rows] = irisCsv.trimEnd().split("\n");
const columns = header.split(",");
type Size = Exclude<keyof Flower, "species">;
const sizes = columns.slice(0, 4).map((name) =>
  name.replace(/_./, ([, letter]) => letter.toUpperCase()) as Size
);

Deno.test("data/iris.csv is the file whose SHA-256 stands in data/README.md", async () => {
  const bytes = new TextEncoder().encode(irisCsv);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex =
    "9cc1c345c71bcc9b486b74cbf6063fa66f4bb5e0f603a4b3c3471ec2e5e8e355";
  assert.equal(hash.toHex(), hex);
});

Deno.test("loadFlowers() gives Fisher's 150 flowers: 50 of each species, in order, with the sums and the corrected cells of data/README.md, in a new list each time", () => {
  loadFlowers().pop();
  const flowers = loadFlowers();
  const names = flowers.map((flower) => flower.species);
  assert.deepEqual(names, species.flatMap((name) => Array(50).fill(name)));
  const sums = sizes.map((size) =>
    sum(flowers.map((flower) => flower[size])).toFixed(1)
  );
  assert.deepEqual(sums, ["876.5", "458.6", "563.7", "179.9"]);
  assert.equal(flowers[35 - 1].petalWidth, 0.2);
  assert.equal(flowers[38 - 1].sepalWidth, 3.6);
  assert.equal(flowers[38 - 1].petalLength, 1.4);
});

Deno.test("loadFlowers() has 98 different pairs of petal and sepal width, 3 of them of two species", () => {
  const seen = Map.groupBy(
    loadFlowers(),
    (flower) => `${flower.petalWidth} ${flower.sepalWidth}`,
  );
  assert.equal(seen.size, 98);
  const shared = [...seen.values()].map((flowers) =>
    [...new Set(flowers.map(({ species }) => species))].join()
  ).filter((names) => names.includes(","));
  assert.deepEqual(shared, Array(3).fill("versicolor,virginica"));
});

/** The flowers of a file, or the message about it. */
function read(csv: string, file?: string): Flower[] | string {
  try {
    return parseFlowers(csv, file);
  } catch (error) {
    return error instanceof SyntaxError ? error.message : String(error);
  }
}

const all = columns.join(", ");

Deno.test("parseFlowers() refuses what is not flowers, and says where", () => {
  for (const line of badTexts.trimEnd().split("\n").slice(2)) {
    const [short, message] = line.split(" => ");
    const text = short.replace("H", header).replaceAll("R", rows[0])
      .replaceAll(/[¶␍⇥]/g, (sign) => "\n\r\t"["¶␍⇥".indexOf(sign)])
      .replaceAll(
        /\\u(....)/g,
        (_, code) => String.fromCharCode(parseInt(code, 16)),
      );
    assert.equal(read(text, "garden.csv"), `garden.csv, ${message}`);
  }
});

Deno.test("parseFlowers() refuses what is not text", () => {
  const bad = new Map<unknown, string>([[undefined, "undefined"]])
    .set(null, "null").set(5.1, "the number 5.1").set([header], "an array")
    .set(new Uint8Array(3), "a Uint8Array").set(Symbol(), "the symbol Symbol()")
    .set(Object.create(null), "an object");
  for (const [value, kind] of bad) {
    assert.throws(() => parseFlowers(value as string), {
      name: "TypeError",
      message: `parseFlowers: text must be a string, got ${kind}`,
    });
  }
});

const random = seededRandom(1);
const draw = (count: number) => Math.floor(count * random());
const pick = <T>(list: readonly T[]): T => list[draw(list.length)];

const badCells =
  `rosa|Setosa|Iris-setosa|set osa|setosá|-1.4|+1|0|0.0|-0||1e3|5E-1|1e999|Infinity|NaN|∞|1.|.5|.|5..1|1.000.5|1/2|5n|0x10|5 cm|1 4|1'000|1_000|1,4|5,1|1,000.5|１|５.１|٥|½|5．1|−5|null|[5]|length|5\0|5\xa0|\u20035|5\v|5\u2028|\u200b5| 5|5\t|5\n|5\r\n\r\n1|5""1|""`
    .split("|").concat(
      "9".repeat(400),
      `0.${"0".repeat(400)}1`,
    );
const rightSizes = "05.10|5|4.99999999999999999999999|1.0|00.5".split("|");
const strayQuotes = '"%|%"|%"1|"%"1|"%" "|""%|"" 1|"%\n""1"1'.split("|");

type Table = string[][];

/**
 * Changes a table at a cell, and tells which row and column are wrong now, and
 * the reason that must be given; some changes leave the table as good as it was.
 */
type Change = (table: Table, r: number, c: number) => Broken | void;
type Broken = [row: number, column: string | number, reason: string];

const changes: Change[] = [
  (table, r, c) => {
    if (table[0][c] !== "species") table[r][c] = pick(rightSizes);
  },
  (table, r, c) => {
    const [name, cell] = [table[0][c], pick(badCells)];
    table[r][c] = `"${cell}"`;
    const point = cell.includes(",") ? " with a decimal point" : "";
    const size = `a positive decimal number${point} wanted`;
    return [r, name, name === "species" ? `${species.join(", ")} w` : size];
  },
  (table, r, c) => {
    table[r][c] = pick(strayQuotes).replace("%", table[r][c]);
    return [r, c + 1, "a quote that does not enclose a whole cell"];
  },
  (table, r) => [r, table[r].splice(3, 1).length + 4, "5 cells wanted, got 4"],
  (table, r) => [r, table[r].push("1"), "5 cells wanted, got 6"],
  (table, _, c) => {
    const [name] = table[0].splice(c, 1, pick(["", "width", "Species", "_"]));
    return [0, c + 1, `missing column ${name}`];
  },
  (table, _, c) => [0, table[0].push(pick(["", "_", table[0][c]])), "unknown"],
  (table) => [0, table.splice(0, 1).length, `missing column ${all}`],
];

/** The table as CSV, in one of the ways that mean the same, and its lines. */
function written(table: Table): { csv: string; lines: number[] } {
  const end = pick(["\n", "\r\n", "\r"]);
  let csv = pick(["", "\ufeff"]);
  const lines = table.map((cells) => {
    csv += pick(["", "", end, ` \t${end}${end}`]);
    const line = csv.split(end).length;
    csv += cells.map((cell) => {
      const ways = [cell, ` ${cell} \t`, `"${cell}"`, ` "${cell}"  `];
      return pick(cell.includes('"') ? ways.slice(0, 2) : ways);
    }).join(",") + end;
    return line;
  });
  return { csv: pick([csv, csv + end, csv.slice(0, -end.length)]), lines };
}

Deno.test("parseFlowers() reads each of 10,000 malformed files rightly, or names the line and column that is wrong", () => {
  for (let i = 0; i < 10_000; i++) {
    const order = columns.toSorted(() => random() - 0.5);
    const samples = Array.from({ length: 1 + draw(7) }, () => pick(rows));
    const places = order.map((name) => columns.indexOf(name));
    const table = [header, ...samples].map((line) => {
      const cells = line.split(",");
      return places.map((place) => cells[place]);
    });
    const broken = pick(changes)(table, 1 + draw(samples.length), draw(5));
    const { csv, lines } = written(table);
    const [row, column, reason] = broken ?? [];
    const start = `CSV, line ${lines[row ?? 0]}, column ${column}: ${reason}`;
    const flowers = table.slice(1).map((cells) => {
      const [species, ...lengths] = [columns[4], ...columns].map((name) =>
        cells[order.indexOf(name)]
      );
      const pairs = sizes.map((size, j) => [size, Number(lengths[j])]);
      return { ...Object.fromEntries(pairs), species };
    });
    const got = read(csv);
    if (broken) assert.equal(got.slice(0, start.length), start, csv);
    else assert.deepEqual(got, flowers, csv);

    // Whatever else happens to a file, a message names the place.
    const at = draw(csv.length);
    const odd = read(
      csv.slice(0, at) + pick([...'",;.5\n\r\t x']) + csv.slice(at + draw(9)),
    );
    assert(typeof odd !== "string" || /^CSV, line \d+, column \w+: /.test(odd));
  }
});

Deno.test("parseFlowers() refuses lines of five million characters in a short message", () => {
  const rest = ",3.5,1.4,0.2,setosa\n";
  const ones = "1".repeat(5e6);
  const got = `got "${ones.slice(0, 40)}…"`;
  const size = `column sepal_length: a positive decimal number wanted, ${got}`;
  const quote = "column 1: a quote that does not enclose a whole cell";
  const huge = [
    ["1,".repeat(2.5e6), "column 6: 5 cells wanted, got 2500001"],
    [ones + "x" + rest, size],
    ['"' + "\n".repeat(5e6) + rest, quote],
    ['"' + '""'.repeat(2.5e6) + rest, quote],
    ['"' + " ".repeat(5e6) + rest, quote],
  ];
  for (const [line, message] of huge) {
    assert.equal(read(`${header}\n${line}`), `CSV, line 2, ${message}`);
  }
});

Deno.test("toSamples() says which width has no range, or what is no flower", () => {
  const [flower] = loadFlowers();
  const other = (change: Partial<Flower>) => [flower, { ...flower, ...change }];
  const cases: [unknown, string][] = [
    [
      1,
      "TypeError: toSamples: flowers must be an array of flowers, got the number 1",
    ],
    [
      other({ sepalWidth: 3 }),
      "RangeError: toSamples: petalWidth must not all be equal, got only 0.2",
    ],
    [
      other({ petalWidth: 3 }),
      "RangeError: toSamples: sepalWidth must not all be equal, got only 3.5",
    ],
  ];
  for (const [flowers, message] of cases) {
    assert.throws(
      () => toSamples(flowers as Flower[]),
      (error) => String(error) === message,
    );
  }
});
