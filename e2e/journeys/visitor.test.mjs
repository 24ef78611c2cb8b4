// A stranger at night, in each language, on a phone: from a treatment page to the private page and away again.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { PHONE, SITE, launch, open } from "../browser.mjs";
import { book, fillIn, hold, openPrivate, stranger } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

for (const lang of ["ja", "en"]) {
  describe(lang, () => {
    test("books a treatment, opens the private page with the birth date and calls the visit off", async () => {
      const page = await open(browser, PHONE, lang);
      const { person, link } = await book(page, lang, "dermapen");
      await openPrivate(page, link, person);
      assert.equal(await page.locator("h1").count(), 1);
      const calendar = await page.request.get(`${SITE}${link}/calendar.ics`);
      assert.equal(calendar.status(), 200);
      const text = await calendar.text();
      assert.match(text, /BEGIN:VEVENT/);
      assert.doesNotMatch(text, /dermapen|ダーマペン|夜野|Nightly/i, "the calendar names neither treatment nor person");
      await page.goto(`${SITE}${link}/cancel`);
      await page.click("main form button[type=submit]");
      await page.waitForLoadState();
      await page.goto(SITE + link);
      assert.match(await page.locator("main").innerText(), lang === "ja" ? /取り消/ : /cancel/i);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    });

    test("is told kindly during pregnancy, with what there is instead", async () => {
      const page = await open(browser, PHONE, lang);
      await hold(page, lang, "micro-botox");
      await fillIn(page, lang, stranger(lang));
      await page.check("input[value=pregnancy]");
      await page.click("main form[novalidate] button[type=submit]");
      await page.waitForSelector(".verdict");
      assert.match(await page.locator("main").innerText(), lang === "ja" ? /お受けいただけません/ : /safety|not offered/i);
      assert.ok(await page.locator("main a[href^='tel:']").count() > 0);
      await page.context().close();
    });

    test("works without scripts", async () => {
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
      const page = await context.newPage();
      const { link } = await book(page, lang, "botox");
      assert.match(link, /\/my\/[0-9a-f]{64}$/);
      await context.close();
    });
  });
}
