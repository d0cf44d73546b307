import {
  type AnyNode,
  type ImportDeclaration,
  parse,
  type Pattern,
  type Program,
  type VariableDeclaration,
} from "acorn";
import { transform } from "sucrase";

/** What a cell's script finds in its parameter `$cell`. */
export interface CellScope {
  /** The value of the last expression that ran. */
  value: unknown;
  /** Makes names global, with the value undefined; a later cell may do it again. */
  declare(...names: string[]): void;
  /** Makes names global, but leaves those that are there as they are. */
  hoist(...names: string[]): void;
  /** Makes globals constant. */
  seal(...names: string[]): void;
  /** Gives a function its name. */
  named<Value>(value: Value, name: string): Value;
  /** What a module exports. */
  module(name: string): Record<string, unknown>;
  /** The function for a dynamic `import()`. */
  import(name: string): Promise<unknown>;
}

/** An error of syntax, and where in the cell it stands: both count from 1. */
export class CellSyntaxError extends SyntaxError {
  override name = "SyntaxError";
  constructor(message: string, readonly line: number, readonly column: number) {
    super(message);
  }
}

/**
 * A cell as a script: it hands an async function to the global function
 * `$cell`, which must call it with a {@linkcode CellScope}.
 *
 * What the cell declares at its top level becomes a property of the global object.
 * So later cells see it and may declare it again, and functions of earlier cells
 * then see the new one, as in Jupyter. Types are stripped, imports become lookups,
 * and the value of the last expression is kept. No line moves, so the lines in an
 * error's stack are those of the cell.
 *
 * @throws {CellSyntaxError} When the cell is not a program.
 */
export function cellScript(code: string): string {
  const { source, program } = parseCell(code);
  const edits: Edit[] = [];
  const replace = (start: number, end: number, text: string) =>
    void edits.push({ start, end, text });
  const insert = (at: number, text: string) => replace(at, at, text);
  /** What runs first, wherever it stands: imports, functions, `var`. */
  let hoisted = "";
  const hoist = (...names: string[]) =>
    hoisted += `$cell.hoist(${quoted(names)}); `;

  // Its value is the value of the cell.
  const last = program.body.findLast(({ type }) =>
    !/Declaration|EmptyStatement/.test(type)
  );

  walk(program, (node, parent, inFunction) => {
    if (node.type === "ImportExpression") {
      replace(node.start, node.start + "import".length, "$cell.import");
    }
    if (inFunction) return;
    const topLevel = parent === program ||
      parent?.type === "ExportNamedDeclaration";
    switch (node.type) {
      case "ImportDeclaration": {
        const names = node.specifiers.map(({ local }) => local.name);
        hoist(...names);
        hoisted += lookup(node) + ` $cell.seal(${quoted(names)}); `;
        const breaks = source.slice(node.start, node.end).match(/\n/g) ?? [];
        return replace(node.start, node.end, ";" + breaks.join(""));
      }
      case "ExportNamedDeclaration":
        return replace(node.start, node.declaration?.start ?? node.end, "");
      case "FunctionDeclaration": {
        if (!topLevel) return;
        // Inside the function its name must mean the global, so the function
        // gets another.
        const { name, start, end } = node.id!;
        hoist(name);
        hoisted += `${name} = $cell.named($$${name}, "${name}"); `;
        return replace(start, end, `$$${name}`);
      }
      case "ClassDeclaration": {
        if (!topLevel) return;
        const { name } = node.id!;
        insert(node.start, `void ($cell.declare("${name}"), ${name} = `);
        return insert(node.end, ");");
      }
      case "VariableDeclaration":
        if (
          node.kind === "var" || (topLevel && /const|let/.test(node.kind))
        ) {
          assign(node, parent!);
        }
        return;
      case "ExpressionStatement": {
        if (node.start < last!.start) return;
        insert(node.start, "$cell.value = (");
        const closed = source[node.end - 1] === ";";
        return insert(node.end - Number(closed), closed ? ")" : ");");
      }
    }
  });

  /** `const a = 1, [b] = c` becomes an expression that assigns. */
  function assign(
    { kind, declarations, start, end }: VariableDeclaration,
    parent: AnyNode,
  ): void {
    const names = declarations.flatMap(({ id }) => namesIn(id));
    const first = declarations[0].start;
    if (kind === "var") hoist(...names);
    if (/For(In|Of)Statement/.test(parent.type)) {
      return replace(start, first, "");
    }
    const declare = kind === "var" ? "" : `$cell.declare(${quoted(names)}), `;
    // After `void` a parenthesis cannot be taken for a call.
    replace(start, first, `void (${declare}`);
    const seal = kind === "const" ? `, $cell.seal(${quoted(names)})` : "";
    const closed = source[end - 1] === ";" || parent.type === "ForStatement";
    insert(declarations.at(-1)!.end, `${seal})${closed ? "" : ";"}`);
  }

  return `$cell(async ($cell) => { "use strict"; ${hoisted}` +
    `${edited(source, edits)}\n});`;
}

/** A piece of the source, and its replacement. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function edited(source: string, edits: readonly Edit[]): string {
  let text = "";
  let done = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    text += source.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return text + source.slice(done);
}

/** The cell without types, and its tree. */
function parseCell(code: string): { source: string; program: Program } {
  // `{ a: 1 }` alone is an object, not a block with a label: as in Deno.
  if (/^\s*\{/.test(code)) {
    try {
      return parseProgram(`(${code})`);
    } catch {
      // It is a block after all.
    }
  }
  return parseProgram(code);
}

function parseProgram(code: string): { source: string; program: Program } {
  // Sucrase counts columns from 1, acorn from 0.
  const { code: source } = located(0, () =>
    transform(code, {
      transforms: ["typescript"],
      disableESTransforms: true,
      keepUnusedImports: true,
    }));
  const program = located(
    1,
    () => parse(source, { ecmaVersion: "latest", sourceType: "module" }),
  );
  return { source, program };
}

/** What a parser returns; its errors are given their place in the cell. */
function located<Result>(columnsBefore: number, parser: () => Result): Result {
  try {
    return parser();
  } catch (error) {
    const { message, loc } = error as Error & {
      loc?: { line: number; column: number };
    };
    if (!loc) throw error;
    throw new CellSyntaxError(
      message.replace(/ \(\d+:\d+\)/, ""),
      loc.line,
      loc.column + columnsBefore,
    );
  }
}

/** The names that a pattern binds. */
function namesIn(pattern: Pattern): string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesIn(property.type === "Property" ? property.value : property)
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((part) => part ? namesIn(part) : []);
    case "RestElement":
      return namesIn(pattern.argument);
    case "AssignmentPattern":
      return namesIn(pattern.left);
    // Stryker disable next-line ConditionalExpression: a declaration has no other patterns
    default:
      // Stryker disable next-line ArrayDeclaration: as above
      return [];
  }
}

/** An import as assignments. */
function lookup({ specifiers, source }: ImportDeclaration): string {
  const module = `$cell.module(${source.raw})`;
  const assignments = specifiers.map((specifier) => {
    const name = specifier.type === "ImportDefaultSpecifier"
      ? "default"
      : specifier.type === "ImportSpecifier" &&
        (specifier.imported as { name?: string }).name;
    const property = name ? `[${JSON.stringify(name)}]` : "";
    return `${specifier.local.name} = ${module}${property};`;
  });
  return assignments.join("") || `${module};`;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => JSON.stringify(name)).join(", ");
}

/** Visits a tree, each node before its parts. */
function walk(
  node: AnyNode,
  visit: (
    node: AnyNode,
    parent: AnyNode | undefined,
    inFunction: boolean,
  ) => void,
  parent?: AnyNode,
  inFunction = false,
): void {
  visit(node, parent, inFunction);
  const inside = inFunction ||
    /Function|PropertyDefinition|StaticBlock/.test(node.type);
  for (const part of Object.values(node).flat()) {
    if (typeof part?.type === "string") walk(part, visit, node, inside);
  }
}
