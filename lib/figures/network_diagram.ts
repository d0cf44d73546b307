import type { Data } from "plotly.js-dist-min";
import { figureWords } from "../i18n/words.ts";
import { decimal, written } from "../i18n/format.ts";
import { trainingLosses } from "../math/losses.ts";
import { backpropagate } from "../network/backpropagation.ts";
import {
  checkNetwork,
  type ForwardPass,
  forwardPass,
  type Layer,
  type Network,
} from "../network/network.ts";
import { checkSample, type Sample } from "../network/sample.ts";
import {
  classStyles,
  colors,
  type Figure,
  figure,
  line,
  marks,
  note,
} from "./figure.ts";
import {
  type Check,
  checkArguments,
  isInteger,
  isProbability,
  listOf,
  numbers,
  onlyOf,
  optional,
  shapeOf,
} from "./figure_arguments.ts";

type LayerName = "hidden" | "output";

/** What a drawing says beside its nodes and connections. */
interface Labels {
  /** Beside the name of a hidden node. */
  readonly hidden: (i: number) => string;
  /** Lines under the name of an output. */
  readonly output: (j: number) => readonly string[];
  /** On a connection; `strong` draws it heavily. */
  readonly edge: (edge: Edge) => { text: string; strong: boolean };
}

interface Edge {
  readonly layer: LayerName;
  readonly to: number;
  readonly from: number;
  readonly weight: number;
}

/**
 * The network as a drawing with the numbers of one forward pass in it: inputs,
 * hidden nodes after ReLU and logits from left to right, each connection with its
 * weight (dashed when negative), each node with its bias, and softmax's
 * probabilities at the right. A hidden node that ReLU cuts to 0 is grey.
 *
 * @example The first flower of the lesson
 * ```ts
 * import {
 *   exampleFlowers,
 *   exampleNetwork,
 *   forward,
 *   networkDiagram,
 * } from "@lesson/cross-entropy/notebook";
 * const pass = forward(exampleNetwork, exampleFlowers[0].inputs);
 * networkDiagram(exampleNetwork, pass);
 * ```
 *
 * @param network Weights and biases.
 * @param pass What `forward` returned for it.
 * @returns A drawing without axes. The first inputs and classes have the names
 * that the lesson gives them, others are numbered.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function networkDiagram(network: Network, pass: ForwardPass): Figure {
  checkNetwork("networkDiagram", network);
  checkArguments("networkDiagram", { pass: [pass, isPassThrough(network)] });
  const { hidden, output } = network;
  return drawing(network, pass, {
    hidden: (i) => withSign(hidden.biases[i]),
    output: (j) => [
      grey(withSign(output.biases[j])),
      `p = <b>${decimal(pass.probabilities[j], 2)}</b>`,
    ],
    edge: ({ weight }) => ({ text: written(String(weight)), strong: false }),
  });
}

/**
 * The backward pass of cross-entropy on the drawing of the network: δ at each
 * output (p − y) and at each hidden node, and on each connection the slope of the
 * loss in its weight, which is δ at its right end times the number at its left.
 *
 * @example The first flower of the lesson
 * ```ts
 * import {
 *   backwardPass,
 *   exampleFlowers,
 *   exampleNetwork,
 * } from "@lesson/cross-entropy/notebook";
 * backwardPass(exampleNetwork, exampleFlowers[0], { output: [0, 1] });
 * ```
 *
 * @param network Weights and biases.
 * @param sample The flower that goes through it.
 * @param strong Which weight of each layer to draw heavily, by the row and the
 * column of the layer's weights; by default the first.
 * @returns A drawing without axes.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function backwardPass(
  network: Network,
  sample: Sample,
  strong: {
    readonly hidden?: readonly [number, number];
    readonly output?: readonly [number, number];
  } = {},
): Figure {
  const caller = "backwardPass";
  checkNetwork(caller, network);
  checkSample(caller, "sample", sample, network);
  checkArguments(caller, {
    strong: [
      strong,
      onlyOf({
        hidden: optional(isWeightOf(network.hidden)),
        output: optional(isWeightOf(network.output)),
      }),
    ],
  });
  const pass = forwardPass(caller, network, sample.inputs);
  const gradient = backpropagate(network, sample, trainingLosses.crossEntropy);
  const delta = (value: number) => `δ = <b>${decimal(value, 3)}</b>`;
  return drawing(network, pass, {
    hidden: (i) => delta(gradient.hidden.biases[i]),
    output: (j) => [
      `p = ${decimal(pass.probabilities[j], 2)}`,
      delta(gradient.output.biases[j]),
    ],
    edge({ layer, to, from }) {
      const [row, column] = strong[layer] ?? [0, 0];
      const slope = decimal(gradient[layer].weights[to][from], 3);
      return row === to && column === from
        ? { text: `<b>${slope}</b>`, strong: true }
        : { text: slope, strong: false };
    },
  });
}

/** What `forward` returns for a network of this size. */
function isPassThrough({ hidden, output }: Network): Check {
  const [nodes, classes] = [hidden.biases.length, output.biases.length];
  return shapeOf({
    inputs: numbers(hidden.weights[0].length),
    hiddenSums: numbers(nodes),
    hiddenOutputs: numbers(nodes),
    logits: numbers(classes),
    probabilities: listOf(isProbability, "numbers", classes),
  });
}

/** The row and the column of one of a layer's weights. */
function isWeightOf({ weights }: Layer): Check {
  return (caller, name, place) => {
    numbers(2)(caller, name, place);
    isInteger(0, weights.length)(caller, `${name}[0]`, place[0]);
    isInteger(0, weights[0].length)(caller, `${name}[1]`, place[1]);
  };
}

/**
 * How far along a connection its number stands: half-way where the connection is
 * nearly level, farther on where it is steep and others cross it half-way.
 */
function along(from: number, to: number): number {
  return Math.abs(to - from) < 0.5 ? 0.5 : 0.62;
}

function drawing(
  network: Network,
  pass: ForwardPass,
  labels: Labels,
): Figure {
  const words = figureWords();
  const columns = [
    { values: pass.inputs, names: [words.petal, words.sepal] },
    {
      values: pass.hiddenOutputs,
      names: pass.hiddenOutputs.map((_, i) => `h<sub>${i + 1}</sub>`),
    },
    { values: pass.logits, names: words.species },
  ];
  const nodes = columns.flatMap(({ values, names }, x) =>
    values.map((value, i) => ({
      value,
      name: names[i] ?? `${i + 1}`,
      x,
      i,
      y: height(i, values.length),
      // A hidden node that ReLU cuts to 0 sends nothing on.
      ink: x === 1 && value === 0 ? colors.grey : colors.ink,
    }))
  );
  const edges = (["hidden", "output"] as const).flatMap((layer, x) =>
    network[layer].weights.flatMap((weights, to) =>
      weights.map((weight, from) => ({
        ...labels.edge({ layer, to, from, weight }),
        weight,
        x,
        from: height(from, weights.length),
        to: height(to, network[layer].weights.length),
      }))
    )
  );
  const outputs = nodes.filter(({ x }) => x === 2);
  const data: Data[] = [
    ...edges.map(({ weight, strong, x, from, to }) =>
      line([x, x + 1], [from, to], {
        color: colors.ink,
        dash: weight < 0 ? "6px,4px" : "solid",
        width: strong ? 5 : 1 + Math.abs(weight) / 2,
      }, { showlegend: false, hoverinfo: "skip", opacity: strong ? 1 : 0.4 })
    ),
    marks(nodes.map(({ x }) => x), nodes.map(({ y }) => y), {
      size: 40,
      color: colors.white,
      line: {
        width: 2,
        color: nodes.map(({ x, i, ink }) => x === 2 ? outputColor(i) : ink),
      },
    }, {
      mode: "text+markers",
      showlegend: false,
      text: nodes.map(({ value }) => decimal(value, 2)),
      hovertext: nodes.map(({ name, value }) =>
        `${name}: ${written(String(value))}`
      ),
      hoverinfo: "text",
      textfont: { size: 12, color: nodes.map(({ ink }) => ink) },
    }),
    // An invisible marker keeps the text off the node.
    marks(outputs.map(({ x }) => x), outputs.map(({ y }) => y), {
      size: 48,
      opacity: 0,
    }, {
      mode: "text+markers",
      showlegend: false,
      hoverinfo: "skip",
      cliponaxis: false,
      text: outputs.map(({ name, i }) =>
        [`<b>${name}</b>`, ...labels.output(i)].join("<br>")
      ),
      textposition: "middle right",
      textfont: { size: 13, color: outputs.map(({ i }) => outputColor(i)) },
    }),
  ];
  return figure(data, {
    height: 420,
    margin: { l: 4, r: 4, t: 8, b: 8 },
    xaxis: { visible: false, range: [-0.22, 3.2], fixedrange: true },
    yaxis: { visible: false, range: [-1.4, 1.4], fixedrange: true },
    annotations: [
      // Connections spread towards the middle: names stand on the outer side.
      ...nodes.filter(({ x }) => x < 2).map(({ name, x, y, i }) => {
        const lines = [`<b>${name}</b>`];
        if (x === 1) lines.push(grey(labels.hidden(i)));
        // The short name is the one beside the numbers of the connections.
        const text = (y < 0 ? lines : lines.reverse()).join("<br>");
        const away = x === 1 ? 42 : 33;
        return note(text, x, y, {
          yshift: y < 0 ? -away : away,
          bgcolor: colors.white,
        });
      }),
      ...edges.map(({ text, x, from, to }) =>
        note(text, x + along(from, to), from + along(from, to) * (to - from), {
          bgcolor: colors.white,
          borderpad: 1,
          font: { size: 12 },
        })
      ),
      note(grey("softmax"), 2, 1.33, { xanchor: "left", xshift: 28 }),
    ],
  });
}

function outputColor(i: number): string {
  return classStyles[i % classStyles.length].color;
}

function withSign(bias: number): string {
  return `${bias < 0 ? "−" : "+"} ${written(String(Math.abs(bias)))}`;
}

function grey(text: string): string {
  return `<span style="color:#52606d">${text}</span>`;
}

/** Where node `i` of `count` stands: spread evenly, the first on top. */
function height(i: number, count: number): number {
  if (count === 1) return 0;
  const reach = count === 2 ? 0.6 : 1;
  return reach - (2 * reach * i) / (count - 1);
}
