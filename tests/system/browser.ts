import assert from "assert";
import { launchChromium } from "../../handouts/browser.ts";

Deno.test("launchChromium() starts a browser that reads a page", async () => {
  await using browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto("data:text/html,<title>Softmax</title>");
  assert.equal(await page.title(), "Softmax");
});
