import assert from "assert";
import {
  loadFlowers,
  parseFlowers,
  species,
} from "@lesson/cross-entropy/notebook";
import irisCsv from "../../data/iris.csv" with { type: "text" };
import { sum } from "../support/seeded.ts";

const header = "sepal_length,sepal_width,petal_length,petal_width,species";
const row = "5.1,3.5,1.4,0.2,setosa";
const flower = {
  sepalLength: 5.1,
  sepalWidth: 3.5,
  petalLength: 1.4,
  petalWidth: 0.2,
  species: "setosa",
};

Deno.test("data/iris.csv is the file whose SHA-256 stands in data/README.md", async () => {
  const bytes = new TextEncoder().encode(irisCsv);
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  assert.equal(
    new Uint8Array(hash).toHex(),
    "9cc1c345c71bcc9b486b74cbf6063fa66f4bb5e0f603a4b3c3471ec2e5e8e355",
  );
});

Deno.test("loadFlowers() gives Fisher's 150 flowers, 50 of each species, in order", () => {
  const names = loadFlowers().map((flower) => flower.species);
  assert.deepEqual(names, species.flatMap((name) => Array(50).fill(name)));
});

Deno.test("loadFlowers() has the column sums of data/README.md", () => {
  const flowers = loadFlowers();
  const total = (
    size: "sepalLength" | "sepalWidth" | "petalLength" | "petalWidth",
  ) => sum(flowers.map((flower) => flower[size])).toFixed(1);
  assert.equal(total("sepalLength"), "876.5");
  assert.equal(total("sepalWidth"), "458.6");
  assert.equal(total("petalLength"), "563.7");
  assert.equal(total("petalWidth"), "179.9");
});

Deno.test("loadFlowers() has Fisher's values in the three cells where UCI's copy is wrong", () => {
  const flowers = loadFlowers();
  assert.equal(flowers[35 - 1].petalWidth, 0.2);
  assert.equal(flowers[38 - 1].sepalWidth, 3.6);
  assert.equal(flowers[38 - 1].petalLength, 1.4);
});

Deno.test("loadFlowers() has 98 different pairs of petal and sepal width, 3 of them of two species", () => {
  const seen = new Map<string, Set<string>>();
  for (const { petalWidth, sepalWidth, species } of loadFlowers()) {
    const pair = `${petalWidth} ${sepalWidth}`;
    seen.set(pair, (seen.get(pair) ?? new Set()).add(species));
  }
  assert.equal(seen.size, 98);
  const shared = [...seen.values()].filter((names) => names.size > 1);
  assert.deepEqual(
    shared.map((names) => [...names]),
    Array(3).fill(["versicolor", "virginica"]),
  );
});

Deno.test("loadFlowers() gives a new list each time", () => {
  loadFlowers().pop();
  assert.equal(loadFlowers().length, 150);
});

Deno.test("parseFlowers() reads a byte order mark, CRLF, quotes, spaces, blank lines and any order of columns", () => {
  const texts = [
    `${header}\n${row}\n`,
    `${header}\n${row}`,
    `\ufeff${header}\n${row}\n`,
    `\ufeff"sepal_length",sepal_width,petal_length,petal_width,species\n${row}\n`,
    `${header}\r\n${row}\r\n`,
    `"sepal_length","sepal_width","petal_length","petal_width","species"\n"5.1","3.5","1.4","0.2","setosa"\n`,
    ` sepal_length, sepal_width, petal_length, petal_width, species\n 5.1, 3.5, 1.4, 0.2, setosa \n`,
    `${header}\n${row}\n\n\n`,
    `\n${header}\n\n${row}\n   \n`,
    "species,petal_width,sepal_length,petal_length,sepal_width\nsetosa,0.2,5.1,1.4,3.5\n",
  ];
  for (const text of texts) assert.deepEqual(parseFlowers(text), [flower]);
});

Deno.test("parseFlowers() reads each row, whole numbers too", () => {
  assert.deepEqual(parseFlowers(`${header}\n${row}\n6,3,5,2,virginica\n`), [
    flower,
    {
      sepalLength: 6,
      sepalWidth: 3,
      petalLength: 5,
      petalWidth: 2,
      species: "virginica",
    },
  ]);
});

/** Texts that are not flowers, and the message after the name of the file. */
const badTexts: [text: string, message: string][] = [
  ["", "line 1, column 1: the file is empty"],
  ["\n\n", "line 1, column 1: the file is empty"],
  [header, "line 2, column 1: no rows after the header"],
  [`${header}\n\n`, "line 2, column 1: no rows after the header"],
  [
    "sepal_length,petal_length,species\n5.1,1.4,setosa",
    "line 1: missing column sepal_width, petal_width",
  ],
  [
    `${row}\n${row}`,
    "line 1: missing column sepal_length, sepal_width, petal_length, petal_width, species",
  ],
  [
    `${header},colour\n${row},blue`,
    'line 1, column 6: unknown or repeated column "colour"',
  ],
  [`${header},\n${row},`, 'line 1, column 6: unknown or repeated column ""'],
  [
    `${header},species\n${row},setosa`,
    'line 1, column 6: unknown or repeated column "species"',
  ],
  [
    `${header},${"x".repeat(41)}\n${row},1`,
    `line 1, column 6: unknown or repeated column "${"x".repeat(40)}…"`,
  ],
  [
    `${header},${"x".repeat(40)}\n${row},1`,
    `line 1, column 6: unknown or repeated column "${"x".repeat(40)}"`,
  ],
  [
    `${header}\n${row}\n5.1,3.5,1.4,setosa`,
    "line 3, column 5: 5 cells wanted, got 4",
  ],
  [`${header}\n${row},0.2`, "line 2, column 6: 5 cells wanted, got 6"],
  [
    `${header}\n\n${row}\n5,3,1,0.2,rosa`,
    'line 4, column species: setosa, versicolor, virginica wanted, got "rosa"',
  ],
  [
    `${header}\n5.1,3.5,1.4,0.2,Setosa`,
    'line 2, column species: setosa, versicolor, virginica wanted, got "Setosa"',
  ],
  [
    `${header}\n5.1,3.5,1.4,0.2,`,
    'line 2, column species: setosa, versicolor, virginica wanted, got ""',
  ],
  [
    `${header}\n5.1,3.5,1.4,0.2,"set\nosa"`,
    'line 2, column species: setosa, versicolor, virginica wanted, got "set\\nosa"',
  ],
  [
    `${header}\r\n${row}\r\n"5\r\n1",3.5,1.4,0.2,setosa\r\n`,
    'line 3, column sepal_length: a positive decimal number wanted, got "5\\n1"',
  ],
  [
    `\ufeff\r\n"species\r\n"\r\n`,
    "line 2: missing column sepal_length, sepal_width, petal_length, petal_width, species",
  ],
  [
    `${header}\n${row}\n"5.1,3.5,1.4,0.2,setosa`,
    "line 3, column 1: a quote that does not enclose a whole cell",
  ],
  [
    `${header}\n5"1,3.5,1.4,0.2,setosa`,
    "line 2, column 1: a quote that does not enclose a whole cell",
  ],
  [
    `${header}\n${row}\n5.1,3.5,1.4,0.2,"setosa\n${row}\n${row}\n`,
    "line 3, column 5: a quote that does not enclose a whole cell",
  ],
  [
    `${header}\n${row}\n5.1,"3.5" 1,1.4,0.2,setosa`,
    "line 3, column 2: a quote that does not enclose a whole cell",
  ],
  [
    `\ufeffgrüße\r\n\r\n5.1,"3.5"1,1.4,0.2,setosa`,
    "line 3, column 2: a quote that does not enclose a whole cell",
  ],
];

Deno.test("parseFlowers() refuses what is not flowers, and says where", () => {
  for (const [text, message] of badTexts) {
    assert.throws(() => parseFlowers(text, "garden.csv"), {
      name: "SyntaxError",
      message: `garden.csv, ${message}`,
    });
  }
});

Deno.test("parseFlowers() refuses a size that is not a positive decimal number, in every column", () => {
  const bad = [
    "x",
    "-1.4",
    "0",
    "0.0",
    "",
    "1e3",
    "Infinity",
    "NaN",
    "1.",
    ".5",
    "0x10",
    "1 4",
    "+1",
    "1,4",
    "１",
  ];
  for (const [j, column] of header.split(",").slice(0, 4).entries()) {
    for (const cell of bad) {
      const cells = row.split(",").with(j, `"${cell}"`).join(",");
      assert.throws(() => parseFlowers(`${header}\n${row}\n${cells}\n`), {
        name: "SyntaxError",
        message:
          `CSV, line 3, column ${column}: a positive decimal number wanted, got "${cell}"`,
      });
    }
  }
});

Deno.test("parseFlowers() refuses what is not text", () => {
  const bad: [value: unknown, kind: string][] = [
    [undefined, "undefined"],
    [null, "null"],
    [5.1, "the number 5.1"],
    [[header, row], "an array"],
    [new TextEncoder().encode(`${header}\n${row}\n`), "a Uint8Array"],
    [Object.create(null), "an object"],
    [Symbol(), "the symbol Symbol()"],
  ];
  for (const [value, kind] of bad) {
    assert.throws(() => parseFlowers(value as string), {
      name: "TypeError",
      message: `parseFlowers: text must be a string, got ${kind}`,
    });
  }
});
