import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

/** What a teacher may say about the pages. */
export const ABOUT_KEYS = [
  "author",
  "course",
  "date",
  "institution",
  "repository",
  "hub",
] as const;

/** Who hands the pages out, in which course, when, and where the notebooks are. */
export type About = { readonly [key in typeof ABOUT_KEYS[number]]?: string };

/**
 * Reads what a teacher says about the pages, so that nobody types it twice.
 *
 * @param file Path of a JSON file with some of the keys; it need not exist.
 * @throws {Error} When the file holds anything else; the message names the key.
 */
export function readAbout(file: string): About {
  if (!existsSync(file)) return {};
  const name = basename(file);
  const about = parse(readFileSync(file, "utf8"), name);
  const keys: readonly string[] = ABOUT_KEYS;
  for (const [key, value] of Object.entries(about)) {
    if (!keys.includes(key)) {
      throw new Error(
        `${name}: there is no key ${key}. There are ${keys.join(", ")}.`,
      );
    }
    if (typeof value !== "string") {
      throw new Error(
        `${name}: ${key} must be a text, got ${JSON.stringify(value)}`,
      );
    }
  }
  return about;
}

function parse(text: string, name: string): Record<string, unknown> & About {
  let about;
  try {
    about = JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is not JSON: ${(error as Error).message}`);
  }
  if (about?.constructor === Object) return about;
  throw new Error(`${name} must hold an object, such as {"author": "Ana"}`);
}

/** The line under the title: who, where and when; "" when nothing is known. */
export function byline({ author, institution, date }: About): string {
  return [author, institution, date].filter(Boolean).join(" · ");
}
