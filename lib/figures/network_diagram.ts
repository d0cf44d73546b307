import { decimal, written } from "../i18n/format.ts";
import type { ForwardPass, Network } from "../network/network.ts";
import { classStyles, colors, type Figure, figure, note } from "./figure.ts";
import { type FigureWords, figureWords } from "../i18n/figure_words.ts";

/**
 * The network as a drawing with the numbers of one forward pass in it: inputs,
 * hidden nodes after ReLU and logits from left to right, each connection with its
 * weight, each node with its bias under it, and softmax's probabilities at the
 * right.
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
  words: FigureWords = figureWords(),
): Figure {
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
      y: height(i, values.length),
      color: x === 2 ? classStyles[i % 3].color : colors.ink,
    }))
  );
  const layers = [network.hidden, network.output];
  const edges = layers.flatMap((layer, x) =>
    layer.weights.flatMap((weights, to) =>
      weights.map((weight, from) => ({
        weight,
        color: weight < 0 ? colors.orange : colors.blue,
        x,
        from: height(from, weights.length),
        to: height(to, layer.weights.length),
      }))
    )
  );
  return figure([
    ...edges.map(({ weight, color, x, from, to }) => ({
      type: "scatter" as const,
      mode: "lines" as const,
      showlegend: false,
      hoverinfo: "skip" as const,
      x: [x, x + 1],
      y: [from, to],
      line: { width: 1 + Math.abs(weight) / 2, color },
      opacity: 0.45,
    })),
    {
      type: "scatter",
      mode: "text+markers",
      showlegend: false,
      x: nodes.map(({ x }) => x),
      y: nodes.map(({ y }) => y),
      text: nodes.map(({ value }) => decimal(value, 2)),
      hovertext: nodes.map(({ name, value }) =>
        `${name}: ${written(String(value))}`
      ),
      hoverinfo: "text",
      textfont: { size: 13 },
      marker: {
        size: 38,
        color: "#ffffff",
        line: { width: 2, color: nodes.map(({ color }) => color) },
      },
    },
    {
      type: "scatter",
      // An unseen marker keeps the text off the node.
      mode: "text+markers",
      showlegend: false,
      hoverinfo: "skip",
      x: pass.probabilities.map(() => 2),
      y: pass.probabilities.map((_, i) => height(i, pass.probabilities.length)),
      marker: { size: 48, opacity: 0 },
      cliponaxis: false,
      text: pass.probabilities.map((p) => `p = <b>${decimal(p, 2)}</b>`),
      textposition: "middle right",
      textfont: {
        size: 15,
        color: pass.probabilities.map((_, i) => classStyles[i % 3].color),
      },
    },
  ], {
    height: 420,
    margin: { l: 8, r: 8, t: 16, b: 8 },
    xaxis: { visible: false, range: [-0.3, 2.85], fixedrange: true },
    yaxis: { visible: false, range: [-1.5, 1.5], fixedrange: true },
    annotations: [
      ...nodes.map(({ name, x, y }) =>
        note(`<b>${name}</b>`, x, y, { yshift: 32, bgcolor: "#ffffff" })
      ),
      ...layers.flatMap(({ biases }, x) =>
        biases.map((bias, i) =>
          note(
            `+ ${written(String(bias))}`,
            x + 1,
            height(i, biases.length),
            {
              yshift: -31,
              font: { color: colors.grey },
            },
          )
        )
      ),
      ...edges.map(({ weight, color, x, from, to }) =>
        note(
          written(String(weight)),
          x + 0.33,
          from + 0.33 * (to - from),
          {
            bgcolor: "#ffffff",
            borderpad: 1,
            font: { size: 13, color },
          },
        )
      ),
      note("softmax", 2, 1.4, {
        xanchor: "left",
        xshift: 28,
        font: { color: colors.grey },
      }),
    ],
  });
}

/** Where node `i` of `count` stands: spread evenly, the first on top. */
function height(i: number, count: number): number {
  if (count === 1) return 0;
  const reach = count === 2 ? 0.6 : 1;
  return reach - (2 * reach * i) / (count - 1);
}
