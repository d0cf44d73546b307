import assert from "assert";
import { hostLinks } from "../../handouts/host_links.ts";

const repository = "https://github.com/ana/cross-entropy.git";

Deno.test("hostLinks() opens a language's notebooks in Binder and in a JupyterHub", () => {
  assert.deepEqual(hostLinks({}, "en"), []);
  const [binder, hub] = hostLinks(
    { repository, hub: "https://hub.school.edu/" },
    "pt",
  ).map(({ href }) => new URL(href));
  assert.equal(
    binder.href,
    "https://mybinder.org/v2/gh/ana/cross-entropy/HEAD?urlpath=lab%2Ftree%2Fnotebooks%2Fpt",
  );
  assert.equal(
    hub.origin + hub.pathname,
    "https://hub.school.edu/hub/user-redirect/git-pull",
  );
  assert.deepEqual(Object.fromEntries(hub.searchParams), {
    repo: repository,
    urlpath: "lab/tree/cross-entropy/notebooks/pt",
  });
});

Deno.test("hostLinks() leaves Binder out for a repository that it does not read so", () => {
  const elsewhere = { repository: "https://git.school.edu/ana/lesson" };
  assert.deepEqual(hostLinks(elsewhere, "en"), []);
});

Deno.test("hostLinks() refuses what is no address, and says which", () => {
  assert.throws(
    () => hostLinks({ repository: "ana/lesson" }, "en"),
    /repository must be an address with https:\/\/, got ana\/lesson/,
  );
  assert.throws(
    () => hostLinks({ repository, hub: "javascript:alert(1)" }, "en"),
    /hub must be an address/,
  );
  assert.throws(
    () => hostLinks({ hub: "https://hub.school.edu" }, "en"),
    /A hub needs the repository/,
  );
});
