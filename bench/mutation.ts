/**
 * `deno task mutation [FILE...] [--every N] [--jobs N]`: breaks the library in one
 * place at a time, and asks whether the tests of the library notice. A change that
 * none notices is a survivor: a test is missing, or the change changes nothing.
 *
 * FILE is a path as in `lib/softmax.ts`; without any, all that hold mathematics or
 * logic. With `--every N`, only each N-th change is tried.
 *
 * Stryker could run it all by its command runner, but only with the whole suite for
 * each change, which takes hours; this asks first the file of tests that bears the
 * name of what is changed. All work is done on a copy.
 *
 * @module
 */

import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(import.meta.dirname!, "..");

/** Not in deno.json, so that the project does not depend on it. */
const TYPESCRIPT = "npm:typescript@5.9.3";

/** What is to be broken: mathematics and logic, no catalogues of words. */
const BREAKABLE = [
  /^lib\/(exercises\/|figures\/)?\w+\.ts$/,
  /^lib\/explorables\/(flower|slopes|race|descent)\.ts$/,
  /^lib\/notebook\/(html_figure|html_table|slim_svg)\.ts$/,
  /^lib\/words\/decimal\.ts$/,
];

/** Tests that take seconds; they look at the mathematics and at the CSV file. */
const SLOW = ["exactness.ts", "malformed_csv.ts"];

/**
 * Tests that take longer are caught in a loop that never ends; such a mutant is
 * killed, and also counted as late, for on a busy machine it may be only slow.
 */
const TIME_LIMIT = 15_000;

/** The share of changes that the tests must notice. */
const WANTED = 0.95;

/**
 * Changes that change nothing that can be seen: by file and the text of the change,
 * with the reason.
 */
const EQUIVALENT: Record<string, Record<string, string>> = {
  "lib/check.ts": {
    "Math.abs(sum - 1) > 1e-9 → Math.abs(sum - 1) >= 1e-9":
      "what is left of a sum near 1 is a multiple of 2^-53, and 1e-9 is none",
  },
  "lib/exercises/function_diagnosis.ts": {
    "const digits = shown(seen) === shown(wanted) ? 17 : 6; → const digits = shown(seen) === shown(wanted) ? 18 : 6;":
      "17 digits tell any two numbers apart",
  },
  "lib/exercises/number_diagnosis.ts": {
    "return answer > expected ? words.tooHigh : words.tooLow; → return answer >= expected ? words.tooHigh : words.tooLow;":
      "an answer that is equal is right",
    "Math.abs(answer - value) <= TOLERANCE * Math.abs(value) → Math.abs(answer - value) < TOLERANCE * Math.abs(value)":
      "no answer is off by one per cent to the last digit",
  },
  "lib/exercises/rounding.ts": {
    "timesBillion: () => 1e9 * GAP_AT_1 → timesBillion: () => 1000000001 * GAP_AT_1":
      "as good as equal",
    "lead > 0 → lead >= 0": "both forms give the same at 0",
    "lead > 0 → lead > 1": "both forms give the same from 0 to 1",
    "Math.log(1 + Math.exp(lead)) - lead → Math.log(1 - Math.exp(lead)) - lead":
      "the mistake is recognised by the hard cases, where the exponential is 0",
  },
  "lib/exercises/shown.ts": {
    "digits: number = 6 → digits: number = 7":
      "no input of an exercise has seven digits",
  },
  "lib/exercises/softmax.ts": {
    "powerOfTwo: () => 2 ** LEAD → powerOfTwo: () => 2 * LEAD":
      "2 to the power of 2 is 2 times 2",
  },
  "lib/exercises/tried.ts": {
    "Array.isArray(now) && now.length === before.length → ((Array.isArray(now)) || (now.length === before.length))":
      "what is no list has other entries, too",
  },
  "lib/explorables/descent.ts": {
    "Math.abs(slope) < FLAT || biases.length > MOST_STEPS → Math.abs(slope) <= FLAT || biases.length > MOST_STEPS":
      "no slope is as steep to the last digit",
  },
  "lib/explorables/race.ts": {
    "Math.max(0, ...names.map((name) => paths[name]!.length - 1)) → Math.max(1, ...names.map((name) => paths[name]!.length - 1))":
      "the shortest axis has 20 steps",
  },
  "lib/figures/race_plots.ts": {
    "const MOST_POINTS = 300; → const MOST_POINTS = 301;":
      "a line is thinned to much the same points",
  },
  "lib/fast_exp.ts": {
    "Float64Array.from({ length: 1077 }, (_, n) => 2 ** -n) → Float64Array.from({ length: 1078 }, (_, n) => 2 ** -n)":
      "one power more than are used",
    "const LOWEST = -745.2; → const LOWEST = -746.2;":
      "there the powers come to 0, too",
    "x > LOWEST → x >= LOWEST": "there the powers come to 0, too",
  },
  "lib/flowers.ts": {
    "if (!(error instanceof CsvError)) throw error; → if (false) throw error;":
      "the parser throws no other error",
    "if (!(error instanceof CsvError)) throw error; → if (!(error instanceof CsvError)) ;":
      "the parser throws no other error",
  },
  "lib/gradient_descent.ts": {
    "i < moved.length → i <= moved.length":
      "nothing may move behind the end: moving[length] is undefined",
  },
  "lib/loss_rows.ts": {
    "product > 1e100 → product >= 1e100":
      "when the logarithm is taken changes no more than the rounding",
    "product > 1e100 → product > 2e+100":
      "when the logarithm is taken changes no more than the rounding",
    "j < first + classes → j <= first + classes":
      "the next row is written later, and behind the end nothing is",
    "if (logits[j] > logits[largest]) largest = j; → if (logits[j] >= logits[largest]) largest = j;":
      "of equal logits either may be taken out",
    "total += Math.log1p(product); → total += Math.log(product);":
      "log(1 + x) is log(x) for x above 1e100",
    "let j = first + 1 → let j = first + 0": "no number is above itself",
  },
  "lib/training_pass.ts": {
    "n < sums.length → n <= sums.length":
      "writing behind the end of a typed array does nothing",
    "n < values.length → n <= values.length":
      "undefined is not below 0, and behind the end nothing is written",
    "n < deltas.length → n <= deltas.length":
      "undefined is not below 0, and behind the end nothing is written",
    "n < column.length → n <= column.length":
      "writing behind the end of a typed array does nothing",
    "row < targets.length → row <= targets.length":
      "behind the end there is nothing to be right about",
    "if (values[n] < 0) values[n] = 0; → if (values[n] <= 0) values[n] = 0;":
      "0 becomes 0",
  },
};

/** One change of one file. */
interface Mutant {
  readonly file: string;
  readonly line: number;
  /** What is read and what it becomes: `a - b → a + b`. */
  readonly change: string;
  /** The whole file after the change. */
  readonly text: string;
}

/** A piece of a file and what is written in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** What came of a mutant: `"late"` when the tests were stopped at the time limit. */
type Fate = "killed" | "late" | "survived" | "equivalent";

/** What came of some tests. */
type Outcome = "passed" | "failed" | "late";

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      every: { type: "string", default: "1" },
      jobs: { type: "string", default: "1" },
    },
  });
  const sources = await sourceFiles();
  const files = positionals.length > 0
    ? positionals
    : sources.filter((file) => BREAKABLE.some((form) => form.test(file)));
  const mutants = (await Promise.all(files.map(mutantsOf))).flat()
    .filter((_, i) => i % Number(values.every) === 0);
  console.log(`${mutants.length} mutants of ${files.length} files`);
  const folder = await Deno.makeTempDir();
  try {
    const jobs = Array.from({ length: Number(values.jobs) }, (_, i) => i);
    const fates = new Map<Mutant, Fate>();
    const waiting = [...mutants];
    await Promise.all(jobs.map(async (job) => {
      const copy = join(folder, String(job));
      await copyTree(sources, copy);
      await checkSound(copy);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        fates.set(next, await fateOf(next, copy));
        report(next, fates.get(next)!, fates.size, mutants.length);
      }
    }));
    Deno.exitCode = conclude(files, fates) < WANTED ? 1 : 0;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** What the library and its tests are made of, as it stands in the working tree. */
async function sourceFiles(): Promise<string[]> {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const places = ["lib", "tests", "data", "deno.json", "deno.lock"];
  const { stdout } = await new Deno.Command("git", {
    args: [...args, "--", ...places],
    cwd: root,
  }).output();
  return new TextDecoder().decode(stdout).trim().split("\n");
}

async function copyTree(files: readonly string[], to: string): Promise<void> {
  for (const file of files) {
    await Deno.mkdir(dirname(join(to, file)), { recursive: true });
    await Deno.copyFile(join(root, file), join(to, file));
  }
  await Deno.symlink(join(root, "node_modules"), join(to, "node_modules"));
  const tests = files.filter((file) => /^tests\/library\/\w+\.ts$/.test(file))
    .map((file) => basename(file)).filter((name) => !SLOW.includes(name));
  const imports = tests.map((name) => `import "./library/${name}";\n`);
  await Deno.writeTextFile(join(to, "tests", "quick.ts"), imports.join(""));
}

/** The tests to ask, in this order. */
async function testsOf(file: string, copy: string): Promise<string[][]> {
  const own = ownTests(file, copy);
  const slow = dirname(file) === "lib"
    ? SLOW.map((name) => [join("tests", "library", name)])
    : [];
  return [
    own.length > 0 ? own : await testsOfUsers(file, copy),
    [join("tests", "quick.ts")],
    ...slow,
  ].filter((tests) => tests.length > 0);
}

/** The file of tests with the name of a file, or of its folder. */
function ownTests(file: string, copy: string): string[] {
  return [basename(file), `${basename(dirname(file))}.ts`]
    .map((name) => join("tests", "library", name))
    .filter((test) => isFile(join(copy, test)));
}

/** The tests of the files that import this one. */
async function testsOfUsers(file: string, copy: string): Promise<string[]> {
  const folder = dirname(file);
  const users: string[] = [];
  for (const { name } of Deno.readDirSync(join(copy, folder))) {
    if (!name.endsWith(".ts")) continue;
    const text = await Deno.readTextFile(join(copy, folder, name));
    if (text.includes(`"./${basename(file)}"`)) users.push(name);
  }
  return users.flatMap((name) => ownTests(join(folder, name), copy)).slice(
    0,
    9,
  );
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

/** Throws when the tests fail on what nobody has broken. */
async function checkSound(copy: string): Promise<void> {
  for (const tests of await testsOf("lib/softmax.ts", copy)) {
    const outcome = await outcomeOf(tests, copy);
    if (outcome === "passed") continue;
    throw new Error(`${tests.join(" ")}: ${outcome} on the library as it is`);
  }
}

async function fateOf(mutant: Mutant, copy: string): Promise<Fate> {
  const { file, change, text } = mutant;
  if (EQUIVALENT[file]?.[change] !== undefined) return "equivalent";
  const path = join(copy, file);
  const original = await Deno.readTextFile(path);
  await Deno.writeTextFile(path, text);
  try {
    for (const tests of await testsOf(file, copy)) {
      const outcome = await outcomeOf(tests, copy);
      if (outcome === "late") return "late";
      if (outcome === "failed") return "killed";
    }
    return "survived";
  } finally {
    await Deno.writeTextFile(path, original);
  }
}

async function outcomeOf(
  tests: readonly string[],
  copy: string,
): Promise<Outcome> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["test", "--no-check", "--quiet", "--fail-fast", ...tests],
    cwd: copy,
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, TIME_LIMIT);
  const { success } = await child.status;
  clearTimeout(timer);
  if (late) return "late";
  return success ? "passed" : "failed";
}

function report(mutant: Mutant, fate: Fate, done: number, all: number): void {
  if (fate === "survived") console.log(`${named(mutant)}`);
  if (done % 50 === 0) console.log(`(${done} of ${all})`);
}

function named({ file, line, change }: Mutant): string {
  return `${file}:${line}: ${change}`;
}

/** Prints the score of each file and of all, which is returned. */
function conclude(
  files: readonly string[],
  fates: ReadonlyMap<Mutant, Fate>,
): number {
  const all = [...fates];
  console.log(
    "\n| file | mutants | killed | late | survived | equivalent | score |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- |");
  for (const file of files) {
    const own = all.filter(([mutant]) => mutant.file === file);
    if (own.length > 0) printScore(file, own.map(([, fate]) => fate));
  }
  return printScore("all", all.map(([, fate]) => fate));
}

function printScore(name: string, fates: readonly Fate[]): number {
  const count = (wanted: Fate) =>
    fates.filter((fate) => fate === wanted).length;
  const [killed, survived] = [
    count("killed") + count("late"),
    count("survived"),
  ];
  const score = killed + survived === 0 ? 1 : killed / (killed + survived);
  const cells = [
    name,
    fates.length,
    killed,
    count("late"),
    survived,
    count("equivalent"),
    `${(100 * score).toFixed(1)} %`,
  ];
  console.log(`| ${cells.join(" | ")} |`);
  return score;
}

/** As much of a TypeScript compiler's node as is read here. */
interface Node {
  readonly kind: number;
  readonly parent: Node;
  readonly text: string;
  readonly operatorToken: Node;
  readonly operator: number;
  readonly operand: Node;
  readonly left: Node;
  readonly right: Node;
  readonly expression: Node;
  readonly arguments: readonly Node[];
  readonly condition?: Node;
  readonly name: Node;
  getStart(): number;
  getEnd(): number;
  getText(): string;
}

/** As much of the TypeScript compiler as is used here. */
interface Compiler {
  readonly SyntaxKind: Record<string, number>;
  readonly ScriptTarget: { readonly Latest: number };
  createSourceFile(
    name: string,
    text: string,
    target: number,
    parents: boolean,
  ): Node & { readonly parseDiagnostics: readonly unknown[] };
  forEachChild(node: Node, visit: (child: Node) => void): void;
  isTypeNode(node: Node): boolean;
}

const { default: ts } = await import(TYPESCRIPT) as { default: Compiler };
const kinds = ts.SyntaxKind;

/** All the mutants of a file that can be parsed. */
async function mutantsOf(file: string): Promise<Mutant[]> {
  const text = await Deno.readTextFile(join(root, file));
  const parse = (changed: string) =>
    ts.createSourceFile(file, changed, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const visit = (node: Node) => {
    if (isSilent(node)) return;
    for (const edit of editsOf(node)) {
      const changed = text.slice(0, edit.start) + edit.by +
        text.slice(edit.end);
      if (parse(changed).parseDiagnostics.length > 0) continue;
      const line = text.slice(0, edit.start).split("\n").length;
      mutants.push({ file, line, change: changeOf(node, edit), text: changed });
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(text));
  return mutants;
}

/**
 * Types, imports and exports do nothing; and any other inputs would do as well for
 * those on which an exercise tries a function.
 */
function isSilent(node: Node): boolean {
  if (
    node.kind === kinds.PropertyAssignment &&
    ["cases", "hardCases"].includes(node.name.getText())
  ) return true;
  return ts.isTypeNode(node) || [
    kinds.InterfaceDeclaration,
    kinds.TypeAliasDeclaration,
    kinds.ImportDeclaration,
    kinds.ExportDeclaration,
  ].includes(node.kind);
}

/** The change with so much of the code around it as fits a line. */
function changeOf(node: Node, edit: Edit): string {
  let around = node;
  while (fits(around.parent)) around = around.parent;
  const text = around.getText();
  const start = around.getStart();
  const changed = text.slice(0, edit.start - start) + edit.by +
    text.slice(edit.end - start);
  return `${shortened(text)} → ${shortened(changed)}`;
}

function fits(node: Node | undefined): node is Node {
  if (node === undefined || node.kind === kinds.SourceFile) return false;
  const text = node.getText();
  return text.length <= 60 && !text.includes("\n");
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? line.slice(0, 79) + "…" : line;
}

const OPERATORS: Record<string, readonly string[]> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
};

/** Functions and methods and what is called instead. */
const CALLS: Record<string, string> = {
  "Math.min": "Math.max",
  "Math.max": "Math.min",
  "Math.exp": "Math.expm1",
  "Math.log": "Math.log1p",
  "Math.log1p": "Math.log",
  "Math.floor": "Math.ceil",
  "Math.ceil": "Math.floor",
  "some": "every",
  "every": "some",
};

function editsOf(node: Node): Edit[] {
  switch (node.kind) {
    case kinds.BinaryExpression:
      return editsOfOperator(node);
    case kinds.PrefixUnaryExpression:
      return [kinds.MinusToken, kinds.ExclamationToken].includes(node.operator)
        ? [replaced(node, `(${node.operand.getText()})`)]
        : [];
    case kinds.NumericLiteral:
      return [replaced(node, nextNumber(node.getText()))];
    case kinds.TrueKeyword:
      return [replaced(node, "false")];
    case kinds.FalseKeyword:
      return [replaced(node, "true")];
    case kinds.PropertyAccessExpression:
      return editsOfCall(node);
    case kinds.ExpressionStatement:
    case kinds.ThrowStatement:
      return [replaced(node, ";")];
    case kinds.NewExpression:
      return editsOfMessage(node);
    case kinds.IfStatement:
      return forced(node.expression);
    case kinds.ConditionalExpression:
      return forced(node.condition!);
    case kinds.WhileStatement:
      return [replaced(node.expression, "false")];
    case kinds.ForStatement:
      return node.condition ? [replaced(node.condition, "false")] : [];
    default:
      return [];
  }
}

function replaced(node: Node, by: string): Edit {
  return { start: node.getStart(), end: node.getEnd(), by };
}

function forced(condition: Node): Edit[] {
  return ["true", "false"].map((by) => replaced(condition, by));
}

function editsOfOperator(node: Node): Edit[] {
  const operator = node.operatorToken.getText();
  const others = OPERATORS[operator] ?? [];
  if (!["&&", "||", "??"].includes(operator)) {
    return others.map((by) => replaced(node.operatorToken, by));
  }
  const [left, right] = [node.left.getText(), node.right.getText()];
  return others.map((by) => replaced(node, `((${left}) ${by} (${right}))`));
}

/** 1 for 0, 0 for 1, one more for other numbers, and twice what is too large. */
function nextNumber(text: string): string {
  const value = Number(text.replaceAll("_", ""));
  if (value + 1 === value) return String(2 * value);
  return String(value === 1 ? 0 : value + 1);
}

function editsOfCall(node: Node): Edit[] {
  const whole = CALLS[node.getText()];
  if (whole !== undefined) return [replaced(node, whole)];
  const method = CALLS[node.name.getText()];
  return method === undefined ? [] : [replaced(node.name, method)];
}

/** An error that says nothing. */
function editsOfMessage(node: Node): Edit[] {
  const [message] = node.arguments ?? [];
  const says = /Error$/.test(node.expression.getText()) && message;
  return says ? [replaced(message, '""')] : [];
}

await main();
