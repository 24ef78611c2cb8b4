// A sick morning in a real browser, in each language: a manager notes a leave, looks at the new times, chooses another for
// one visit, applies all of them at once, and the patient's private page shows the new time.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { findings } from "../accessibility.mjs";
import { DESK, PHONE, SITE, launch, open } from "../browser.mjs";
import { signIn } from "../logins.mjs";
import { book, openPrivate } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** Managers, one for each language: a one-time code works once. */
const MANAGER = { ja: "sakamoto", en: "yamane" };

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The first moment on a page, as the date a form takes and as lists write it, without the year. */
async function moment(page, lang) {
  const said = await page.locator("main").innerText();
  const found = lang === "ja"
    ? /(\d+)年(\d+)月(\d+)日\((.)\) (\d+:\d\d)/.exec(said)
    : /(\w{3}) (\d+) (\w{3}) (\d+) (\d+:\d\d)/.exec(said);
  assert.ok(found, said);
  const [year, month, day, short, time] = lang === "ja"
    ? [found[1], Number(found[2]), found[3], `${found[2]}月${found[3]}日(${found[4]})`, found[5]]
    : [found[4], MONTHS.indexOf(found[3]) + 1, found[2], `${found[1]} ${found[2]} ${found[3]}`, found[5]];
  return { day: `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`, says: `${short} ${time}` };
}

for (const lang of ["ja", "en"]) {
  test(`everybody whom a sick day hits has a new time in ${lang}`, { timeout: 180_000 }, async () => {
    const phone = await open(browser, PHONE, lang);
    const { person, link } = await book(phone, lang, "dermapen");
    await openPrivate(phone, link, person);
    const agreed = await moment(phone, lang);

    const desk = await open(browser, DESK, lang);
    await signIn(desk, MANAGER[lang], lang);
    await desk.goto(`${SITE}/console/roster`);
    const rosters = await desk.locator("main table a[href^='/console/roster/']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    const own = desk.locator("main ol.moved > li", { hasText: person.family }).filter({ hasText: agreed.says });
    for (const roster of rosters.slice(1)) {
      await desk.goto(SITE + roster);
      const form = desk.locator("main form:has(input[name=change][value=close])");
      await form.locator("[name=starts-day]").fill(agreed.day);
      await form.locator("button[type=submit]").click();
      await desk.waitForLoadState();
      if (!(await desk.locator("main form[action$='/repair']").count())) continue;
      await desk.locator("main form[action$='/repair'] button[type=submit]").click();
      await desk.waitForSelector("main ol.moved");
      if (await own.count()) break;
    }
    assert.ok(await own.count(), "somebody or something that the visit needs is away");
    assert.ok(!(await desk.locator("main").innerText()).includes("["), "every message has its words");
    assert.ok(await desk.locator("main figure.moves rect.place-before").count());

    for (const viewport of [PHONE, DESK]) {
      await desk.setViewportSize(viewport);
      assert.deepEqual(await findings(desk), [], "axe finds nothing");
    }
    const choice = own.first().locator("select");
    const name = await choice.getAttribute("name");
    const options = await choice.locator("option").evaluateAll((all) => all.map((one) => ({ value: one.value, label: one.textContent })));
    const other = options.slice(1).find((one) => one.value !== "call" && !one.label.startsWith(agreed.says));
    assert.ok(other, "there is another time");
    await choice.selectOption(other.value);
    await desk.locator("main button[name=step][value=again]").click();
    await desk.waitForSelector("main .notice");
    assert.equal(await desk.locator(`main [name='${name.replace("choice", "shown")}']`).inputValue(), other.value);
    await desk.locator("main button[name=step][value=keep]").click();
    await desk.waitForURL(/\?moved=\d+$/);

    await phone.reload();
    const now = await moment(phone, lang);
    assert.notEqual(now.says, agreed.says);
    assert.ok(other.label.startsWith(now.says), `${now.says} is what was chosen: ${other.label}`);

    const kept = desk.locator("main form:has(input[name=change][value=reopen])");
    assert.ok(await kept.count(), "the leave is kept with the moves");
    await kept.first().locator("button").click();
    await desk.waitForLoadState();
    await desk.locator("main form:has(input[name=seen]) button[type=submit]").click();
    await desk.waitForURL(/\/console\/roster\/[0-9a-f-]+$/);
    assert.deepEqual([...desk.faults, ...phone.faults], []);
  });
}
