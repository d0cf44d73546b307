import { box, button } from "./dom.ts";
import { type Axis, placesOf, sketchPad } from "./sketch_pad.ts";
import type { Sketch, Store } from "./store.ts";
import type { ClientWords } from "./words.ts";

/** The predictions of a page. */
export interface Predictions {
  /** Shows the results of all of them. */
  readonly showAll: () => void;
  /** Shows the result that a cell is part of, if it is hidden. */
  readonly reveal: (cell: Element) => void;
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
  };
}

/** The cells right below a question that tell its result. */
function resultsOf(ask: Element): Element[] {
  const results = [];
  for (
    let next = ask.nextElementSibling;
    next?.matches("section.result");
    next = next.nextElementSibling
  ) results.push(next);
  return results;
}

function prediction(ask: Element, store: Store, words: ClientWords) {
  const { answers, save } = store;
  const results = resultsOf(ask);
  const holder = box("guess");
  ask.after(holder);
  const figure = ask.hasAttribute("data-sketch")
    ? results.map((cell) => cell.querySelector("figure.plot")).find(Boolean)
    : undefined;

  function conceal(hidden: boolean): void {
    for (const cell of results) cell.classList.toggle("concealed", hidden);
    // A plot that was drawn while it was hidden takes its width now.
    if (!hidden) globalThis.dispatchEvent(new Event("resize"));
  }

  function see(seen: boolean): void {
    answers.seen = answers.seen.filter((id) => id !== ask.id);
    if (seen) answers.seen.push(ask.id);
    save();
    arrange();
    (seen ? holder.querySelector("p") : holder.querySelector("textarea"))
      ?.focus();
  }

  function arrange(): void {
    const seen = answers.seen.includes(ask.id);
    conceal(!seen);
    holder.replaceChildren(...(seen ? told() : asked()));
    if (seen && figure) overlay();
  }

  /** Before the result is seen: room for the guess. */
  function asked(): Node[] {
    const label = document.createElement("label");
    const field = document.createElement("textarea");
    field.rows = 2;
    field.value = answers.guesses[ask.id] ?? "";
    field.addEventListener("input", () => {
      answers.guesses[ask.id] = field.value;
      changed();
    });
    label.append(words.yourGuess, field);
    const keep = button(words.keepGuess, "keep", () => see(true));
    const skip = button(words.showAnyway, "skip", () => see(true));
    function changed(): void {
      save();
      keep.disabled = !answers.guesses[ask.id]?.trim() &&
        !answers.sketches[ask.id];
    }
    changed();
    const pad = figure && sketchPad(
      axisOf(figure, "x"),
      axisOf(figure, "y"),
      answers.sketches[ask.id],
      (sketch) => {
        if (sketch) answers.sketches[ask.id] = sketch;
        else delete answers.sketches[ask.id];
        changed();
      },
      words,
    );
    return [...(pad ? [pad] : []), label, box("buttons", keep, skip)];
  }

  /** Afterwards: the guess, beside the result. */
  function told(): Node[] {
    const guess = answers.guesses[ask.id]?.trim();
    const text = document.createElement("p");
    text.tabIndex = -1;
    const sketched = figure && answers.sketches[ask.id];
    if (guess) {
      const strong = document.createElement("strong");
      strong.textContent = `${words.yourGuess}: `;
      text.append(strong, guess);
    } else text.append(sketched ? `${words.yourSketch} ↓` : words.noGuess);
    return [text, button(words.guessAgain, "again", () => see(false))];
  }

  /** Draws the reader's sketch into the figure, now and when it is drawn anew. */
  function overlay(): void {
    const sketch = answers.sketches[ask.id];
    const live = results.map((cell) => cell.querySelector(".live")).find(
      Boolean,
    );
    if (sketch && live) addSketch(live, sketch, axisOf(figure!, "x"), words);
  }
  ask.parentElement!.addEventListener("live", ({ target }) => {
    const cell = (target as Element).closest("section");
    if (figure && results.includes(cell!) && !cell!.matches(".concealed")) {
      overlay();
    }
  });

  arrange();
  return { results, show: () => see(true) };
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
  const title: string = axis.title?.text ?? axis.title ?? letter;
  return {
    title: title.replaceAll(/<[^>]*>/g, ""),
    range: axis.range ?? [Math.min(...values), Math.max(...values)],
  };
}
