// axe finds nothing, on every page, in both languages, at both widths, with contrast on.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "../accessibility.mjs";
import { DESK, PHONE, SITE, launch, open } from "../browser.mjs";
import { consolePlaces, publicPlaces, signIn } from "../places.mjs";
import { book, openPrivate } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

async function clean(page, address, wrong) {
  await page.goto(address.startsWith("http") ? address : SITE + address);
  for (const finding of await findings(page)) wrong.push(`${address}: ${finding}`);
}

for (const lang of ["ja", "en"]) {
  test(`every public page in ${lang}`, async () => {
    const wrong = [];
    for (const viewport of [PHONE, DESK]) {
      const page = await open(browser, viewport, lang);
      for (const address of await publicPlaces(page, lang)) await clean(page, address, wrong);
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
    assert.deepEqual(wrong, []);
  });

  test(`booking and the private page in ${lang}`, async () => {
    const wrong = [];
    const page = await open(browser, PHONE, lang);
    const onStep = async () => { for (const finding of await findings(page)) wrong.push(`${page.url()}: ${finding}`); };
    const { person, link } = await book(page, lang, "dermapen", { onStep });
    await clean(page, link, wrong);
    await openPrivate(page, link, person);
    for (const rest of ["", "/questions", "/move", "/cancel", "/recovery", "/aftercare", "/course", "/subscribe"]) await clean(page, link + rest, wrong);
    await page.locator("main form[action$='/subscribe'] button[type=submit]").click();
    await page.waitForLoadState();
    await onStep();
    assert.deepEqual(wrong, []);
    await page.context().close();
  });

  test(`the console in ${lang}`, async () => {
    const wrong = [];
    const page = await open(browser, DESK, lang);
    await clean(page, "/console/sign-in", wrong);
    await signIn(page, lang === "ja" ? "sakamoto" : "hayashi", lang);
    for (const address of await consolePlaces(page)) {
      for (const viewport of [DESK, PHONE]) {
        await page.setViewportSize(viewport);
        await clean(page, address, wrong);
      }
    }
    assert.deepEqual(page.faults, []);
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
}
