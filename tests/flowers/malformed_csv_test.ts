import assert from "assert";
import { isDeepStrictEqual } from "node:util";
import {
  type Flower,
  parseFlowers,
  seededRandom,
  species,
} from "@lesson/cross-entropy/notebook";
import irisCsv from "../../data/iris.csv" with { type: "text" };

const columns = [
  "sepal_length",
  "sepal_width",
  "petal_length",
  "petal_width",
  "species",
];
const [header, ...rows] = irisCsv.trimEnd().split("\n");

/** Draws from [0, count). */
type Draw = (count: number) => number;

type Mutation = (csv: string, draw: Draw) => string;

/** Changes one of the pieces between the separators. */
function changeOne(
  separator: string,
  change: (piece: string, draw: Draw) => string | string[],
): Mutation {
  return (csv, draw) => {
    const pieces = csv.split(separator);
    const i = draw(pieces.length);
    pieces.splice(i, 1, ...[change(pieces[i], draw)].flat());
    return pieces.join(separator);
  };
}

const oneLine = changeOne.bind(null, "\n");

const oneCell = (change: (cell: string, draw: Draw) => string | string[]) =>
  oneLine(changeOne(",", change));

/** Puts one of the pieces in, anywhere. */
function insert(...pieces: string[]): Mutation {
  return (csv, draw) => {
    const at = draw(csv.length + 1);
    return csv.slice(0, at) + pieces[draw(pieces.length)] + csv.slice(at);
  };
}

/** Puts one of the cells in the place of one of the file's. */
function instead(...cells: string[]): Mutation {
  return oneCell((_, draw) => cells[draw(cells.length)]);
}

function changeByte(change: (byte: number, draw: Draw) => number): Mutation {
  return (csv, draw) => {
    const bytes = new TextEncoder().encode(csv);
    const at = draw(bytes.length);
    bytes[at] = change(bytes[at], draw);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  };
}

function swap(separator: string): Mutation {
  return (csv, draw) => {
    const pieces = csv.split(separator);
    const [i, j] = [draw(pieces.length), draw(pieces.length)];
    [pieces[i], pieces[j]] = [pieces[j], pieces[i]];
    return pieces.join(separator);
  };
}

function allQuoted(csv: string): string {
  return csv.replaceAll(/[^,\n]+/g, '"$&"');
}

/** What happens to files, by its name. A few leave the flowers as they are. */
const mutations: Record<string, Mutation> = {
  "bit flipped": changeByte((byte, draw) => byte ^ 1 << draw(8)),
  "any byte": changeByte((_, draw) => draw(256)),
  "cell dropped": oneCell(() => []),
  "cell doubled": oneCell((cell) => [cell, cell]),
  "cell empty": instead("", " ", '""'),
  "cells swapped": swap(","),
  "cell quoted": oneCell((cell) => `"${cell}"`),
  "all quoted": allQuoted,
  "cell quoted with more": oneCell((cell, draw) =>
    [`"${cell}`, `${cell}"`, `"${cell}"1`, `"${cell}\n"`, `" ${cell}"`]
      .concat(`"${cell}" `, ` "${cell}"`, `"${cell}""`, `"""${cell}"""`)
      .concat(`"${cell}\r\n\r\n1"`, `"${cell},1"`, `""${cell}`)[draw(12)]
  ),
  "quote": insert('"'),
  "two quotes": (csv, draw) => insert('"')(insert('"')(csv, draw), draw),
  "quote missing": (csv, draw) => {
    const pieces = allQuoted(csv).split('"');
    const i = 1 + draw(pieces.length - 1);
    return pieces.slice(0, i).join('"') + pieces.slice(i).join('"');
  },
  "BOM": (csv) => "\ufeff" + csv,
  "BOM anywhere": insert("\ufeff"),
  "CRLF": (csv) => csv.replaceAll("\n", "\r\n"),
  "CR": (csv) => csv.replaceAll("\n", "\r"),
  "mixed line ends": oneLine((line, draw) =>
    line + ["\r", "\r\n", "\n\r"][draw(3)]
  ),
  "lone CR": insert("\r"),
  "tabs": (csv) => csv.replaceAll(",", "\t"),
  "semicolons": (csv) => csv.replaceAll(",", ";"),
  "tab": insert("\t"),
  "blank": insert(" ", "\v", "\f", "\xa0", "\u2003", "\u2028", "\u200b"),
  "blanks around": oneCell((cell) => ` \t${cell}\xa0 `),
  "NUL": insert("\0"),
  "not finite": instead("Infinity", "-Infinity", "NaN", "1e999", "∞"),
  "too large or small": instead("9".repeat(400), `0.${"0".repeat(400)}1`),
  "exponent": instead("1e0", "5E-1", "1e", "1e+308"),
  "hexadecimal": instead("0x10", "0b1", "0o7", "#5", "5n", "1f"),
  "zero": instead("0", "0.0", "-0", "00"),
  "negative": oneCell((cell) => `-${cell}`),
  "plus sign": oneCell((cell) => `+${cell}`),
  "unit": oneCell((cell) => `${cell} cm`),
  "number with spaces": instead("5 .1", "5. 1", "1 000", "- 1", "1 1"),
  "decimal comma": oneCell((cell) => cell.replace(".", ",")),
  "quoted decimal comma": oneCell((cell) => `"${cell.replace(".", ",")}"`),
  "thousands": instead("1,000.5", '"1,000"', "1'000", "1_000", "1.000.5"),
  "half a number": instead("5.", ".5", ".", "..", "5..1", "1/2", "-"),
  "odd but right": instead("05.10", "5", "4.99999999999999999999999", "1.0"),
  "Unicode digits": instead("５.１", "٥", "½", "５", "𝟓", "5．1", "−5", "²"),
  "word": instead("null", "undefined", "true", "NA", "?", "[5]", "{}", "5.1.1"),
  "species": instead("rosa", "Setosa", "Iris-setosa", "set osa", "setosá"),
  "property of objects": instead("__proto__", "constructor", "length", "at"),
  "trailing comma": oneLine((line) => line + ","),
  "trailing commas": (csv) => csv.replaceAll("\n", ",\n"),
  "extra column": (csv) => csv.replaceAll("\n", ",1\n").replace(",1", ",id"),
  "duplicate column": (csv, draw) => {
    const again = (line: string) => `${line},${line.split(",")[column]}`;
    const column = draw(5);
    return csv.split("\n").map((line) => line && again(line)).join("\n");
  },
  "wrong header": (csv, draw) =>
    csv.replace(columns[draw(5)], ["", "width", "Species", "_"][draw(4)]),
  "header repeats a name": (csv, draw) =>
    csv.replace(columns[draw(5)], columns[draw(5)]),
  "header dropped": (csv) => csv.replace(/^.*\n?/, ""),
  "header below a row": (csv) => csv.replace(/^(.*)\n(.*)/, "$2\n$1"),
  "rows swapped": swap("\n"),
  "row dropped": oneLine(() => []),
  "row doubled": oneLine((line) => [line, line]),
  "empty line": oneLine((line, draw) => [["", " ", "\t", ","][draw(4)], line]),
  "no last line feed": (csv) => csv.replace(/\n$/, ""),
  "line feed": insert("\n"),
  "cut off": (csv, draw) => csv.slice(0, draw(csv.length + 1)),
  "beginning lost": (csv, draw) => csv.slice(draw(csv.length + 1)),
  "empty": (csv, draw) =>
    draw(8) ? csv + "\n\n" : ["", "\n", " ", "\ufeff"][draw(4)],
  "long line": (csv, draw) => {
    const length = draw(8) ? 50 : 20_000;
    return insert(",".repeat(length), "1".repeat(length))(csv, draw);
  },
};

/** A small valid file, its columns in any order, or the whole of data/iris.csv. */
function validFile(draw: Draw): string {
  if (draw(20) === 0) return irisCsv;
  const order: number[] = [];
  for (const i of columns.keys()) order.splice(draw(i + 1), 0, i);
  const picked = Array.from({ length: 1 + draw(7) }, () => rows[draw(150)]);
  return [header, ...picked].map((line) => {
    const cells = line.split(",");
    return order.map((i) => cells[i]).join(",") + "\n";
  }).join("");
}

interface Malformed {
  readonly csv: string;
  readonly mutated: readonly string[];
}

/** As many malformed files, the same at each run. */
function* malformedFiles(count: number, seed: number): Generator<Malformed> {
  const random = seededRandom(seed);
  const draw = (count: number) => Math.floor(count * random());
  const names = Object.keys(mutations);
  for (let i = 0; i < count; i++) {
    let csv = validFile(draw);
    const mutated = Array.from(
      { length: 1 + draw(3) },
      () => names[draw(names.length)],
    );
    for (const name of mutated) csv = mutations[name](csv, draw);
    yield { csv, mutated };
  }
}

interface Row {
  readonly line: number;
  readonly cells: string[];
}

/** Cuts a file into rows, character by character, or says where it cannot. */
function cut(csv: string): Row[] | string {
  const text = csv.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const found: Row[] = [];
  const at = (characters: string) =>
    i < text.length && characters.includes(text[i]);
  let i = 0;
  let line = 1;
  while (i < text.length) {
    const row: Row = { line, cells: [] };
    let quoted = false;
    do {
      const wrong = `line ${line}, column ${row.cells.length + 1}:`;
      if (row.cells.length > 0) i++;
      while (!at("\n") && i < text.length && text[i].trim() === "") i++;
      let cell = "";
      if (at('"')) {
        quoted = true;
        for (i++; !at('"') || text[++i] === '"'; i++) {
          if (i >= text.length) return wrong;
          if (at("\n")) line++;
          cell += text[i];
        }
        while (at(" \t\v\f")) i++;
      } else {
        while (i < text.length && !at('",\n')) cell += text[i++];
        cell = cell.trimEnd();
      }
      if (i < text.length && !at(",\n")) {
        // Blanks and more quotes behind two quotes are to csv-parse an empty
        // cell, wrong as well; it may then find something else that is wrong.
        return cell === "" ? "line " : wrong;
      }
      row.cells.push(cell);
    } while (at(","));
    i++;
    line++;
    if (quoted || row.cells.join() !== "") found.push(row);
  }
  return found;
}

/** A positive decimal number, or undefined. */
function decimal(cell: string): number | undefined {
  const parts = cell.split(".");
  const digits = parts.every((part) =>
    part !== "" && [...part].every((digit) => "0123456789".includes(digit))
  );
  const value = parseFloat(cell);
  return digits && parts.length <= 2 && value > 0 && value < 1 / 0
    ? value
    : undefined;
}

/**
 * The flowers of a file, or how the message about it must begin: the rules of
 * parseFlowers() once more, without a library.
 */
function expected(csv: string): Flower[] | string {
  const cutRows = cut(csv);
  if (typeof cutRows === "string") return cutRows;
  const [first, ...others] = cutRows;
  if (first === undefined) return "line 1, column 1: the file is empty";
  const names = first.cells;
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    return `line ${first.line}: missing column ${missing.join(", ")}`;
  }
  const extra = names.findIndex((name, i) =>
    !columns.includes(name) || names.slice(0, i).includes(name)
  );
  if (extra >= 0) return `line ${first.line}, column ${extra + 1}: unknown`;
  if (others.length === 0) return `line ${first.line + 1}, column 1: no rows`;
  const flowers: Flower[] = [];
  for (const { line, cells } of others) {
    if (cells.length !== 5) {
      const column = cells.length < 5 ? cells.length + 1 : 6;
      return `line ${line}, column ${column}: 5 cells wanted`;
    }
    const values = columns.map((column) => {
      const cell = cells[names.indexOf(column)];
      return column === "species"
        ? species.find((name) => name === cell)
        : decimal(cell);
    });
    const bad = values.indexOf(undefined);
    if (bad >= 0) return `line ${line}, column ${columns[bad]}: `;
    const [sepalLength, sepalWidth, petalLength, petalWidth, name] = values;
    flowers.push(
      {
        sepalLength,
        sepalWidth,
        petalLength,
        petalWidth,
        species: name,
      } as Flower,
    );
  }
  return flowers;
}

const namesAPlace =
  /^SyntaxError: garden\.csv, line \d+(, column \w+|: missing column \w+)/;

/** Fails unless the file is read or refused as it should be; tells which. */
function assertReadOrRefused({ csv, mutated }: Malformed): "read" | "refused" {
  const wanted = expected(csv);
  let got: unknown;
  try {
    got = parseFlowers(csv, "garden.csv");
  } catch (error) {
    got = String(error);
  }
  const right = typeof wanted === "string"
    ? typeof got === "string" && namesAPlace.test(got) &&
      got.startsWith(`SyntaxError: garden.csv, ${wanted}`)
    : isDeepStrictEqual(got, wanted);
  if (!right) assert.fail(Deno.inspect({ mutated, wanted, got, csv }));
  return typeof wanted === "string" ? "refused" : "read";
}

Deno.test("parseFlowers() reads each of 10,000 malformed files rightly, or names the line and column that is wrong", () => {
  const count = { read: 0, refused: 0 };
  for (const file of malformedFiles(10_000, 1)) {
    count[assertReadOrRefused(file)]++;
  }
  assert(count.read > 1000 && count.refused > 5000, Deno.inspect(count));
});

Deno.test("parseFlowers() refuses lines of five million characters in a short message", () => {
  const rest = ",3.5,1.4,0.2,setosa\n";
  const huge: [line: string, message: string][] = [
    [",".repeat(5e6), "column 6: 5 cells wanted, got 5000001"],
    [
      "1".repeat(5e6) + "x" + rest,
      `column sepal_length: a positive decimal number wanted, got "${
        "1".repeat(40)
      }…"`,
    ],
    [
      '"' + "\n".repeat(5e6) + rest,
      "column 1: a quote that does not enclose a whole cell",
    ],
  ];
  for (const [line, message] of huge) {
    assert.throws(() => parseFlowers(`${header}\n${line}`), {
      name: "SyntaxError",
      message: `CSV, line 2, ${message}`,
    });
  }
});
