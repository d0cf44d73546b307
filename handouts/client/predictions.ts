import { button, make } from "./dom.ts";
import { resultsOf } from "../results.ts";
import { type Axis, placesOf, sketchPad, sketchPicture } from "./sketch_pad.ts";
import type { Sketch, Store } from "./store.ts";
import type { ClientWords } from "./words.ts";

/** The predictions of a page. */
export interface Predictions {
  /** Shows the results of all of them. */
  readonly showAll: () => void;
  /** Shows the result that a cell is part of, if it is hidden. */
  readonly reveal: (cell: Element) => void;
  /** The reader's sketches as PNGs, in base64, by the ids of their questions. */
  readonly pictures: () => Promise<ReadonlyMap<string, string | undefined>>;
}

/**
 * Hides what follows each question until the reader has guessed, or chooses to
 * see it. The guess stays beside the result.
 *
 * @param store Where guesses are kept.
 * @param words The language of the page.
 */
export function startPredictions(
  store: Store,
  words: ClientWords,
): Predictions {
  const all = [...document.querySelectorAll("section.predict")]
    .filter((ask) => resultsOf(ask).length > 0)
    .map((ask) => prediction(ask, store, words));
  return {
    showAll: () => all.forEach(({ show }) => show()),
    reveal: (cell) => all.find(({ results }) => results.includes(cell))?.show(),
    pictures: async () =>
      new Map(await Promise.all(all.map(({ picture }) => picture()))),
  };
}

function prediction(ask: Element, store: Store, words: ClientWords) {
  const { answers, save } = store;
  const results = resultsOf(ask);
  const holder = make("div.guess");
  // On paper without scripts there may be room for a guess already.
  const room = ask.nextElementSibling!;
  if (room.matches(".guess")) room.replaceWith(holder);
  else ask.after(holder);
  const figure = ask.hasAttribute("data-sketch")
    ? results.map((cell) => cell.querySelector("figure.plot")).find(Boolean)
    : undefined;
  const axes = figure
    ? [axisOf(figure, "x"), axisOf(figure, "y")] as const
    : undefined;

  function see(seen: boolean): void {
    answers.seen = answers.seen.filter((id) => id !== ask.id);
    if (seen) answers.seen.push(ask.id);
    save();
    arrange();
  }

  /** For the buttons here, which are gone afterwards: the focus goes on. */
  function showResult(): void {
    see(true);
    const first = results[0].querySelector(".output") ?? results[0];
    (first as HTMLElement).tabIndex = -1;
    (first as HTMLElement).focus();
  }

  function hideResult(): void {
    see(false);
    holder.querySelector("textarea")!.focus();
  }

  function arrange(): void {
    const seen = answers.seen.includes(ask.id);
    for (const cell of results) cell.classList.toggle("concealed", !seen);
    holder.replaceChildren(...(seen ? told() : asked()));
    if (seen && figure) overlay();
  }

  /** Before the result is seen: room for the guess. */
  function asked(): Node[] {
    const field = make("textarea", { rows: "2" }) as HTMLTextAreaElement;
    const label = make("label", {}, words.yourGuess, field);
    field.value = answers.guesses[ask.id] ?? "";
    field.addEventListener("input", () => {
      answers.guesses[ask.id] = field.value;
      changed();
    });
    const keep = button(words.keepGuess, "keep", showResult);
    const skip = button(words.showAnyway, "skip", showResult);
    function changed(): void {
      save();
      keep.disabled = !answers.guesses[ask.id]?.trim() &&
        !answers.sketches[ask.id];
    }
    changed();
    const pad = axes && sketchPad(
      ...axes,
      answers.sketches[ask.id],
      (sketch) => {
        if (sketch) answers.sketches[ask.id] = sketch;
        else delete answers.sketches[ask.id];
        changed();
      },
      words,
    );
    return [...(pad ? [pad] : []), label, make("div.buttons", {}, keep, skip)];
  }

  /** Afterwards: the guess, beside the result. */
  function told(): Node[] {
    const guess = answers.guesses[ask.id]?.trim();
    const sketched = figure && answers.sketches[ask.id];
    const text = guess
      ? [make("strong", {}, `${words.yourGuess}: `), guess]
      : [sketched ? `${words.yourSketch} ↓` : words.noGuess];
    const again = button(words.guessAgain, "again", hideResult);
    return [make("p", {}, ...text), again];
  }

  /** Draws the reader's sketch into the figure, now and when it is drawn anew. */
  function overlay(): void {
    const sketch = answers.sketches[ask.id];
    const live = results.map((cell) => cell.querySelector(".live"))
      .find(Boolean);
    if (!sketch || !live) return;
    addSketch(live, sketch, axes![0], words);
    // The picture for paper does not have it.
    live.parentElement!.classList.add("sketched");
  }
  ask.parentElement!.addEventListener("live", ({ target }) => {
    const cell = (target as Element).closest("section");
    if (figure && results.includes(cell!) && !cell!.matches(".concealed")) {
      overlay();
    }
  });

  arrange();
  return {
    results,
    show: () => see(true),
    async picture(): Promise<[id: string, png: string | undefined]> {
      const sketch = answers.sketches[ask.id];
      return [ask.id, axes && sketch && await sketchPicture(...axes, sketch)];
    },
  };
}

/** What is used here of Plotly. */
interface Plotly {
  addTraces(plot: Element, trace: unknown): void;
  deleteTraces(plot: Element, index: number): void;
}

function addSketch(
  live: Element,
  sketch: Sketch,
  x: Axis,
  words: ClientWords,
): void {
  const { Plotly } = globalThis as unknown as { Plotly?: Plotly };
  const { data } = live as unknown as { data?: { name?: string }[] };
  if (!Plotly || !data) return;
  const old = data.findIndex(({ name }) => name === words.yourSketch);
  if (old >= 0) Plotly.deleteTraces(live, old);
  Plotly.addTraces(live, {
    x: placesOf(x),
    y: sketch,
    mode: "lines",
    name: words.yourSketch,
    line: { color: "#1f2933", width: 2, dash: "dot" },
  });
}

/** An axis of a figure: its range, or that of its points, and its title. */
function axisOf(figure: Element, letter: "x" | "y"): Axis {
  const json = figure.querySelector("script[type='application/json']")!;
  const { data, layout } = JSON.parse(json.textContent!);
  const axis = layout[`${letter}axis`] ?? {};
  const values: number[] = data.flatMap((trace: Record<string, number[]>) =>
    trace[letter] ?? []
  );
  const title: string = axis.title?.text ?? letter;
  return {
    title: title.replaceAll(/<[^>]*>/g, ""),
    range: axis.range ?? [Math.min(...values), Math.max(...values)],
  };
}
