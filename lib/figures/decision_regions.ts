import { figureWords } from "../i18n/words.ts";
import { linspace } from "../math/linspace.ts";
import { checkNetwork, logitPass, type Network } from "../network/network.ts";
import type { Sample } from "../network/sample.ts";
import { classMarkers, pointsOf } from "./class_markers.ts";
import {
  axis,
  classStyles,
  colors,
  type Figure,
  figure,
  hatched,
} from "./figure.ts";
import {
  areSamples,
  checkArguments,
  isPerSpecies,
  numbers,
} from "./figure_arguments.ts";

/** How finely the plane is cut: columns, and points in each. */
const COLUMNS = 110;
const POINTS = 221;

/** The square that is drawn, a little larger than that of the scaled inputs. */
const LOW = -0.05;
const HIGH = 1.05;

/** A piece of a column in which one class is the most probable. */
interface Piece {
  readonly target: number;
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which species a network finds most probable at each point of the plane of petal
 * and sepal width, with the flowers on it.
 *
 * @example The network of the lesson
 * ```ts
 * import {
 *   decisionRegions,
 *   exampleFlowers,
 *   exampleNetwork,
 * } from "@lesson/cross-entropy/notebook";
 * decisionRegions(exampleNetwork, exampleFlowers);
 * ```
 *
 * @param network A network with two inputs, and an output for each species.
 * @param samples The flowers, inputs [petal, sepal].
 * @returns Coloured and hatched regions, and one trace of flowers per species.
 * @throws {TypeError | RangeError} When an argument is not as described.
 */
export function decisionRegions(
  network: Network,
  samples: readonly Sample[],
): Figure {
  checkArguments("decisionRegions", {
    network: [network, checkDrawable],
    samples: [samples, areSamples],
  });
  const words = figureWords();
  const pieces = linspace(LOW, HIGH, COLUMNS)
    .flatMap((x) => piecesOf(network, x));
  const regions = words.species.map((name, target) => {
    const own = pieces.filter((piece) => piece.target === target);
    return {
      type: "bar" as const,
      name: `${words.predicted}: ${name}`,
      x: own.map(({ x }) => x),
      y: own.map(({ from, to }) => to - from),
      base: own.map(({ from }) => from),
      width: (HIGH - LOW) / (COLUMNS - 1),
      marker: { ...hatched(classStyles[target]), line: { width: 0 } },
      opacity: 0.22,
      hoverinfo: "skip" as const,
      showlegend: false,
    };
  });
  const flowers = classMarkers(
    pointsOf(samples),
    { size: 9, line: { color: colors.white, width: 1 } },
    `${words.petal} %{x:.3f}<br>${words.sepal} %{y:.3f}`,
  );
  return figure([...regions, ...flowers], {
    height: 460,
    barmode: "overlay",
    bargap: 0,
    xaxis: axis(`${words.petalWidth}, ${words.scaled}`, { range: [LOW, HIGH] }),
    yaxis: axis(`${words.sepalWidth}, ${words.scaled}`, { range: [LOW, HIGH] }),
  });
}

/** Throws unless a network has two inputs, and an output for each species. */
function checkDrawable(caller: string, name: string, network: Network): void {
  checkNetwork(caller, network);
  const { hidden, output } = network;
  numbers(2)(caller, `${name}.hidden.weights[0]`, hidden.weights[0]);
  isPerSpecies(caller, `${name}.output.biases`, output.biases);
}

/** Cuts one column into pieces, from bottom to top. */
function piecesOf(network: Network, x: number): Piece[] {
  const ys = linspace(LOW, HIGH, POINTS);
  const half = (ys[1] - ys[0]) / 2;
  const classes = ys.map((y) => {
    const { logits } = logitPass("decisionRegions", network, [x, y]);
    return logits.indexOf(Math.max(...logits));
  });
  const starts = classes.flatMap((target, i) =>
    target === classes[i - 1] ? [] : [i]
  );
  return starts.map((start, i) => ({
    target: classes[start],
    x,
    from: ys[start] - half,
    to: ys[(starts[i + 1] ?? POINTS) - 1] + half,
  }));
}
