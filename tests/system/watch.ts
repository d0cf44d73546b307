import assert from "assert";
import { launchChromium } from "../../handouts/browser.ts";
import { HANDOUTS } from "../support/command.ts";
import { root, temporaryFolder } from "../support/folder.ts";
import { type SmallCell, writeNotebook } from "../support/small_notebook.ts";
import { until } from "../support/until.ts";

Deno.test({
  name:
    "deno task handouts --watch reloads an open page at its place, keeps the last good one beside an error, and ends with Ctrl-C",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using folder = temporaryFolder();
    const paragraphs = (count: number) => "\n\nA paragraph.".repeat(count);
    const cells = (text: string, before = 60): SmallCell[] => [
      ["title", `# Watched${paragraphs(before)}`],
      ["place", `## ${text}${paragraphs(60)}`],
    ];
    const path = await writeNotebook(folder.path, "own", cells("First"));
    const child = new Deno.Command(Deno.execPath(), {
      args: [...HANDOUTS, "--watch", path, "--out", folder.path],
      cwd: root,
      stdout: "null",
      stderr: "piped",
    }).spawn();
    let said = "";
    const reading = child.stderr.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream({ write: (text) => void (said += text) }));
    try {
      await until(() => /Made in/.test(said), "a page");
      const [url] = said.match(/http:\S+own\.html/)!;
      await using browser = await launchChromium();
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(url);
      await page.locator("h2").evaluate((heading) => heading.scrollIntoView());
      const place = () =>
        page.locator("h2").evaluate((h) => h.getBoundingClientRect().top);
      const before = await place();

      await writeNotebook(folder.path, "own", cells("Second", 90));
      await page.locator("h2", { hasText: "Second" }).waitFor();
      assert(Math.abs(await place() - before) < 2, "the place is kept");

      await writeNotebook(folder.path, "own", cells("Third $\\frac{1$"));
      const alert = page.locator("[role=alert]");
      await alert.waitFor();
      const message = /own\.ipynb, cell place: formula \\frac\{1/;
      assert.match(await alert.textContent() ?? "", message);
      await until(() => message.test(said), "the same in the terminal");
      assert.equal(await page.locator("h2").textContent(), "Second");

      await writeNotebook(folder.path, "own", cells("Fourth"));
      await page.locator("h2", { hasText: "Fourth" }).waitFor();
      assert.equal(await alert.count(), 0);
      assert.deepEqual(complaints, []);

      const secret = await fetch(new URL("/..%2f..%2fetc%2fpasswd", url));
      assert(!secret.ok);
      assert.doesNotMatch(await secret.text(), /root:/);
    } finally {
      child.kill("SIGINT");
      const { code } = await child.status;
      await reading;
      assert.equal(code, 0);
    }
  },
});
