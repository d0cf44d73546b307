import type { ForwardPass, Network } from "../network.ts";
import { classStyles, colors, type Figure, figure, note } from "./figure.ts";
import { english, type Words } from "./words.ts";

/**
 * The network as a drawing with the numbers of one forward pass in it: inputs,
 * hidden nodes after ReLU, logits and probabilities from left to right, each
 * connection with its weight, each node with its bias under it.
 *
 * @param network Weights and biases.
 * @param pass What `forward` returned for it.
 * @param words The reader's language; it names inputs and classes as far as it
 * knows them.
 * @returns A drawing without axes.
 */
export function networkDiagram(
  network: Network,
  pass: ForwardPass,
  words: Words = english,
): Figure {
  const columns = [
    { values: pass.inputs, names: [words.petal, words.sepal] },
    {
      values: pass.hiddenOutputs,
      names: pass.hiddenOutputs.map((_, i) => `h<sub>${i + 1}</sub>`),
    },
    { values: pass.logits, names: words.species.map((name) => `z ${name}`) },
    {
      values: pass.probabilities,
      names: words.species.map((name) => `p ${name}`),
    },
  ];
  const layers = [network.hidden, network.output];
  const nodes = columns.flatMap(({ values, names }, column) =>
    values.map((value, i) => ({
      value,
      name: names[i] ?? `${i + 1}`,
      x: column,
      y: height(i, values.length),
      color: column === 3 ? classStyles[i % 3].color : colors.ink,
    }))
  );
  const edges = layers.flatMap((layer, column) =>
    layer.weights.flatMap((weights, to) =>
      weights.map((weight, from) => ({
        weight,
        from: { x: column, y: height(from, weights.length) },
        to: { x: column + 1, y: height(to, layer.weights.length) },
      }))
    )
  );
  const biases = layers.flatMap((layer, column) =>
    layer.biases.map((bias, i) => ({
      bias,
      x: column + 1,
      y: height(i, layer.biases.length),
    }))
  );
  const line = {
    type: "scatter" as const,
    mode: "lines" as const,
    showlegend: false,
    hoverinfo: "skip" as const,
  };
  return figure([
    ...edges.map(({ weight, from, to }) => ({
      ...line,
      x: [from.x, to.x],
      y: [from.y, to.y],
      line: {
        width: 1 + Math.abs(weight) / 2,
        color: weight < 0 ? colors.orange : colors.blue,
      },
      opacity: 0.45,
    })),
    ...pass.logits.map((_, i) => ({
      ...line,
      x: [2, 3],
      y: [height(i, pass.logits.length), height(i, pass.logits.length)],
      line: { width: 1.5, color: colors.grey, dash: "dot" as const },
    })),
    {
      type: "scatter",
      mode: "text+markers",
      x: nodes.map(({ x }) => x),
      y: nodes.map(({ y }) => y),
      text: nodes.map(({ value }) => value.toFixed(2)),
      hovertext: nodes.map(({ name, value }) => `${name}: ${value}`),
      hoverinfo: "text",
      textfont: { size: 13 },
      marker: {
        size: 44,
        color: "#ffffff",
        line: {
          width: 2,
          color: nodes.map(({ color }) => color),
        },
      },
      showlegend: false,
    },
  ], {
    height: 420,
    margin: { l: 8, r: 8, t: 16, b: 8 },
    xaxis: { visible: false, range: [-0.35, 3.35], fixedrange: true },
    yaxis: { visible: false, range: [-1.45, 1.5], fixedrange: true },
    annotations: [
      ...nodes.map(({ name, x, y }) =>
        note(`<b>${name}</b>`, x, y, { yshift: 34, bgcolor: "#ffffff" })
      ),
      ...biases.map(({ bias, x, y }) =>
        note(`+ ${number(bias)}`, x, y, {
          yshift: -32,
          font: { color: colors.grey },
        })
      ),
      ...edges.map(({ weight, from, to }) =>
        note(
          `× ${number(weight)}`,
          from.x + (to.x - from.x) / 4,
          from.y + (to.y - from.y) / 4,
          {
            bgcolor: "#ffffff",
            borderpad: 1,
            font: { size: 12, color: weight < 0 ? colors.orange : colors.blue },
          },
        )
      ),
      note("softmax", 2.5, 1.38, { font: { color: colors.grey } }),
    ],
  });
}

/**
 * Where node `i` of `count` stands: spread evenly around 0, the first on top.
 */
function height(i: number, count: number): number {
  return count === 1
    ? 0
    : count === 2
    ? 0.6 - 1.2 * i
    : 1 - (2 * i) / (count - 1);
}

/** A number with a proper minus sign. */
function number(value: number): string {
  return String(value).replace("-", "−");
}
