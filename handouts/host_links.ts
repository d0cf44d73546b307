import type { About } from "./about.ts";

/** Where a reader can open the notebooks without installing anything. */
export interface HostLink {
  readonly kind: "binder" | "hub";
  readonly href: string;
}

/**
 * The addresses at which the notebooks of a language open in Binder and in the
 * school's JupyterHub, made of what `handouts.json` says: `repository`, such as
 * `https://github.com/ana/cross-entropy`, and `hub`, such as `https://hub.school.edu`.
 *
 * @throws {Error} When one of them is not an address with https, or there is a hub
 * but no repository that it could fetch.
 */
export function hostLinks(
  { repository, hub }: About,
  language: string,
): HostLink[] {
  if (hub && !repository) {
    throw new Error(
      "A hub needs the repository that it fetches the notebooks from: --repository, or repository in handouts.json.",
    );
  }
  if (!repository) return [];
  const { hostname, pathname } = addressOf("repository", repository);
  const path = pathname.replace(/^\/|\/$|\.git$/g, "");
  const folder = `notebooks/${language}`;
  const links: HostLink[] = [];
  if (hostname === "github.com") {
    const open = new URLSearchParams({ urlpath: `lab/tree/${folder}` });
    const href = `https://mybinder.org/v2/gh/${path}/HEAD?${open}`;
    links.push({ kind: "binder", href });
  }
  if (hub) {
    const open = new URLSearchParams({
      repo: repository,
      urlpath: `lab/tree/${path.split("/").at(-1)}/${folder}`,
    });
    const { href } = addressOf("hub", hub);
    const pull = `${
      href.replace(/\/$/, "")
    }/hub/user-redirect/git-pull?${open}`;
    links.push({ kind: "hub", href: pull });
  }
  return links;
}

function addressOf(key: string, text: string): URL {
  const url = URL.parse(text);
  if (url?.protocol === "https:") return url;
  throw new Error(
    `The ${key} must be an address with https://, got ${text}`,
  );
}
