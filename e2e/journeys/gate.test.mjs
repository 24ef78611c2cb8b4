// The gate: every public page of the demo is open, and the console says by which rules, and never that it is lawful.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { DESK, SITE, launch, open } from "../browser.mjs";
import { signIn } from "../logins.mjs";
import { publicPlaces } from "../places.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

for (const lang of ["ja", "en"]) {
  describe(lang, () => {
    test("no page that the site leads to is withheld", async () => {
      const page = await open(browser, DESK, lang);
      const places = (await publicPlaces(page, lang)).filter((place) => !place.endsWith("nothing-is-here"));
      assert.ok(places.length > 30, `${places.length} pages`);
      for (const place of places) assert.equal((await page.request.get(SITE + place)).status(), 200, place);
      await page.context().close();
    });

    test("a manager sees every page with the rules it was checked by", async () => {
      const page = await open(browser, DESK, lang);
      await signIn(page, "sakamoto", lang);
      await page.goto(`${SITE}/console/pages`);
      const text = await page.locator("main").innerText();
      assert.match(text, lang === "ja" ? /法的な助言ではありません/ : /not legal advice/);
      assert.match(text, /japan-medical-advertising \d{4}\.\d{2}\.\d{2}/);
      assert.ok((await page.locator("main table tbody tr").count()) > 60);
      assert.equal(await page.locator("main a[href='/ja/treatments/dermapen']").count() > 0, true);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });
  });
}
