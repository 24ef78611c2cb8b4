// A whole mixed course planned around a life, by the patient on a phone and by reception at the desk.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "../accessibility.mjs";
import { DESK, PHONE, SITE, launch, open } from "../browser.mjs";
import { signIn } from "../logins.mjs";
import { book, openPrivate } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const iso = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
const AIMS = ["dermapen/acne-scars", "micro-botox/oily-skin"];

/** The physician proposes courses on the chart of somebody who has just booked; answers where the chart is. */
async function proposed(person, lang) {
  const desk = await open(browser, DESK, lang);
  await signIn(desk, "hayashi", lang);
  await desk.goto(`${SITE}/console/patients?q=${encodeURIComponent(person.phone)}`);
  if (!/\/patients\/[0-9a-f-]+$/.test(desk.url())) await desk.locator("main a[href^='/console/patients/']").first().click();
  await desk.waitForURL(/\/patients\/[0-9a-f-]+$/);
  const chart = desk.url();
  for (const aim of AIMS) {
    await desk.goto(chart);
    await desk.selectOption("[name=aim]", aim);
    await desk.fill("[name=start]", iso(7));
    await desk.locator("form:has([name=aim]) button[type=submit]").click();
    await desk.waitForURL(/\/console\/courses\//);
  }
  return { desk, chart };
}

for (const lang of ["ja", "en"]) {
  test(`a patient compares plans around a wedding and takes one in ${lang}`, { timeout: 120_000 }, async () => {
    const page = await open(browser, PHONE, lang);
    const { person, link } = await book(page, lang, "dermapen");
    await proposed(person, lang);
    await openPrivate(page, link, person);
    await page.click(`a[href$="${link}/plan"]`);
    await page.waitForURL(/\/plan$/);
    assert.ok((await page.locator(".plan-way").count()) >= 2, "ways to compare");
    await page.fill("[name=event-name]", lang === "ja" ? "結婚式" : "Wedding");
    await page.fill("[name=event-day]", iso(50));
    await page.locator("form:has([name=event-name]) button[type=submit]").click();
    await page.waitForLoadState();
    assert.equal(await page.locator(".plan-way .event-mark").count() > 0, true, "the wedding is drawn");
    await page.check("[name=weekday][value='6']");
    await page.locator("form:has([name=weekday]) button[type=submit]").click();
    await page.waitForLoadState();
    const text = await page.locator("main").innerText();
    assert.ok(!text.includes("["), "every message has its words");
    assert.deepEqual(await findings(page), [], "axe finds nothing");
    await page.locator(".plan-way form button[type=submit]").first().click();
    await page.waitForURL(/told=accepted/);
    assert.ok((await page.locator(".plan-way").first().locator("ol.timeline > li").count()) >= 4);
    assert.deepEqual(page.faults, []);
  });
}

test("wishes that nothing can meet are named with what giving way would allow", { timeout: 120_000 }, async () => {
  const page = await open(browser, PHONE, "en");
  const { person, link } = await book(page, "en", "dermapen");
  const { desk, chart } = await proposed(person, "en");
  await openPrivate(page, link, person);
  await page.goto(`${SITE}${link}/plan`);
  await page.check("[name=weekday][value='3']");
  await page.check("[name=part][value=evening]");
  await page.check("[name=firmness][value=only]");
  await page.locator("form:has([name=weekday]) button[type=submit]").click();
  await page.waitForLoadState();
  const ways = await page.locator(".plan-way").count();
  const told = await page.locator("main").innerText();
  assert.ok(ways > 0 || /only your times will do/i.test(told), told);
  assert.deepEqual(await findings(page), [], "axe finds nothing where nothing can be met");
  await desk.goto(`${chart}/plan`);
  assert.deepEqual(await findings(desk), [], "nor at the desk");
  assert.equal(await desk.locator(".plan-way").count(), ways, "the desk sees the same");
});
