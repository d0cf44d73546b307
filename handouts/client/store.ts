/** What a reader has written into a page. */
export interface Answers {
  /** Guesses in words, by the id of the cell that asks. */
  guesses: Record<string, string>;
  /** Drawn guesses: a height for each place along the x axis. */
  sketches: Record<string, Sketch>;
  /** The cells that ask and whose results the reader has chosen to see. */
  seen: string[];
  /** Changed code, by the id of the cell. */
  code: Record<string, string>;
}

/** A curve, drawn from the left to the right of an axis; null where nothing is. */
export type Sketch = readonly (number | null)[];

/** Keeps a reader's answers in the browser, where that is allowed. */
export interface Store {
  readonly answers: Answers;
  /** Whether the answers survive when the page is closed. */
  readonly keeps: boolean;
  /** Call it after each change of `answers`. */
  readonly save: () => void;
}

/**
 * The answers of one page.
 *
 * @param key What tells this page from others.
 * @param storage Where they are kept, for instance `localStorage`; getting it may
 * throw where the browser allows none.
 */
export function openStore(key: string, storage: () => Storage): Store {
  const answers: Answers = { guesses: {}, sketches: {}, seen: [], code: {} };
  try {
    const place = storage();
    const kept = place.getItem(key);
    const save = () => place.setItem(key, JSON.stringify(answers));
    try {
      Object.assign(answers, JSON.parse(kept ?? "{}"));
    } catch {
      // Not what was saved here: the reader starts afresh.
    }
    save();
    // The same page in another window: what is written there is kept, too.
    addEventListener("storage", (event) => {
      if (event.key !== key || !event.newValue) return;
      Object.assign(answers, JSON.parse(event.newValue));
    });
    return {
      answers,
      keeps: true,
      save() {
        try {
          save();
        } catch {
          // No room is left: the page goes on without.
        }
      },
    };
  } catch {
    return { answers, keeps: false, save: () => {} };
  }
}
