/** What is to be reached, and whether it was; unknown without the peer. */
export interface Goal {
  readonly text: string;
  readonly met: boolean | undefined;
}

type Seconds = Readonly<Record<string, number>>;

/** How many times as fast as a peer we want to train. */
const training = {
  "PyTorch": 25,
  "NumPy": 7,
  "tfjs wasm, float32": 60,
  "tfjs cpu, float32": 120,
};

/** How many times as fast as PyTorch our loss is to be, by shape. */
const beforePyTorch = [3, 1.8, 1.8];

export function trainingGoals(seconds: Seconds): Goal[] {
  return Object.entries(training).map(([peer, times]) =>
    timesAsFast("training", seconds, peer, times)
  );
}

/** The goals of the shape at `index`; ahead of NumPy on the first two. */
export function lossGoals(
  name: string,
  index: number,
  seconds: Seconds,
): Goal[] {
  const pyTorch = timesAsFast(name, seconds, "PyTorch", beforePyTorch[index]);
  if (index === 2) return [pyTorch];
  return [timesAsFast(name, seconds, "NumPy", 1), pyTorch];
}

function timesAsFast(
  what: string,
  seconds: Seconds,
  peer: string,
  times: number,
): Goal {
  const goal = `${what}, at least ${times} × ${peer}`;
  if (!(peer in seconds)) return { text: goal, met: undefined };
  const reached = seconds[peer] / seconds["ours"];
  return {
    text: `${goal}: ${reached.toPrecision(3)} ×`,
    met: reached >= times,
  };
}
