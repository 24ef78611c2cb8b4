// Rosters, the waitlist and why a time is closed, in a real browser and in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, SITE, launch, open } from "../browser.mjs";
import { signIn } from "../logins.mjs";
import { fillIn, stranger } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const iso = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

for (const lang of ["ja", "en"]) {
  test(`a visitor joins the waitlist on a phone and leaves it again in ${lang}`, { timeout: 60_000 }, async () => {
    const page = await open(browser, PHONE, lang);
    await page.goto(`${SITE}/${lang}/book/dermapen`);
    await page.click(`main a[href="/${lang}/book/dermapen/wait"]`);
    await page.waitForURL(/\/wait$/);
    await page.click("main form button[type=submit]");
    await page.waitForLoadState();
    assert.ok(await page.locator("main .error").count(), "mistakes are named in place");
    await fillIn(page, lang, stranger(lang));
    await page.check("input[name=parts][value=saturday]");
    await page.click("main form button[type=submit]");
    await page.waitForURL(new RegExp(`/${lang}/wait/`));
    assert.ok(!(await page.locator("main").innerText()).includes("["), "every message has its words");
    await page.click("main button[value=leave]");
    await page.waitForLoadState();
    assert.equal(await page.locator("main button[value=leave]").count(), 0);
  });

  test(`a day page says why its other times are closed in ${lang}`, { timeout: 60_000 }, async () => {
    const page = await open(browser, PHONE, lang);
    await page.goto(`${SITE}/${lang}/book/dermapen`);
    await page.click(`main a[href*="/book/dermapen/day/"]`);
    await page.waitForURL(/\/day\//);
    const closed = page.locator("main details.closed-times");
    await closed.locator("summary").click();
    assert.ok((await closed.locator("li").count()) > 0);
    assert.ok(!(await closed.innerText()).includes("["), await closed.innerText());
  });
}

test("a manager sees what leave does to visits before it is kept, and takes it back", { timeout: 90_000 }, async () => {
  const page = await open(browser, DESK, "ja");
  await signIn(page, "yamane", "ja");
  await page.goto(`${SITE}/console/roster`);
  await page.locator("main table a[href^='/console/roster/']").nth(1).click();
  await page.waitForURL(/\/console\/roster\/[0-9a-f-]+$/);
  const form = page.locator("main form:has(input[name=change][value=close])");
  await form.locator("select[name=kind]").selectOption("leave");
  await form.locator("[name=starts-day]").fill(iso(2));
  await form.locator("[name=ends-day]").fill(iso(20));
  await form.locator("button[type=submit]").click();
  await page.waitForLoadState();
  assert.ok((await page.locator("main table tbody tr").count()) > 0, "agreed visits are named");
  await page.locator("main form:has(input[name=seen]) button[type=submit]").click();
  await page.waitForURL(/\/console\/roster\/[0-9a-f-]+$/);
  const kept = page.locator("main form:has(input[name=change][value=reopen])");
  assert.equal(await kept.count(), 1);
  await kept.locator("button[type=submit]").click();
  await page.waitForLoadState();
  await page.locator("main form:has(input[name=seen]) button[type=submit]").click();
  await page.waitForURL(/\/console\/roster\/[0-9a-f-]+$/);
  assert.equal(await page.locator("main form:has(input[name=change][value=reopen])").count(), 0);
});

test("a week that contradicts itself is refused with its line", { timeout: 90_000 }, async () => {
  const page = await open(browser, DESK, "en");
  await signIn(page, "yamane", "en");
  await page.goto(`${SITE}/console/roster`);
  await page.locator("main table a[href^='/console/roster/']").nth(1).click();
  await page.waitForURL(/\/console\/roster\/[0-9a-f-]+$/);
  const form = page.locator("main form:has(input[name=change][value=week])");
  await form.locator("[name=hours-2]").fill("10:00-13:00, 12:00-19:00");
  await form.locator("button[type=submit]").click();
  await page.waitForLoadState();
  assert.match(await page.locator("main").innerText(), /Tue: 10:00-13:00, 12:00-19:00 overlap/);
});
