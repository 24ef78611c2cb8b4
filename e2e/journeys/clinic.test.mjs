// The whole way in a real browser, in each language: a stranger books at night, is examined, planned, treated and paid
// for, heals with check-ins, and is called back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, SITE, launch, open } from "../browser.mjs";
import { answerEverything, findVisit, press } from "../clinic.mjs";
import { passwordOf, signIn } from "../logins.mjs";
import { book, openPrivate } from "../visitor.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** Who works in which language: a one-time code works once, so nobody signs in twice in half a minute. */
const TEAM = {
  ja: { reception: "ueno", physician: "sakamoto", nurse: "nishida" },
  en: { reception: "morita", physician: "hayashi", nurse: "shimizu" },
};

for (const lang of ["ja", "en"]) {
  test(`from a page at night to a signed record in ${lang}`, { timeout: 240_000 }, async () => {
    const phone = await open(browser, PHONE, lang);
    const { person, link } = await book(phone, lang, "dermapen");
    await openPrivate(phone, link, person);

    const desk = await open(browser, DESK, lang);
    await signIn(desk, TEAM[lang].reception, lang);
    const { chart, visit } = await findVisit(desk, person.phone);
    await press(desk, "/arrive");
    const questions = desk.locator("main form[action$='/answers']");
    if (!(await questions.isVisible())) await desk.locator("details.questions summary").click();
    await answerEverything(questions);
    await press(desk, "/answers");

    const doctor = await open(browser, DESK, lang);
    await signIn(doctor, TEAM[lang].physician, lang);
    await doctor.goto(visit);
    await press(doctor, "/review");
    const open_ = doctor.locator("main form[action$='/answers']");
    if (await open_.count()) {
      if (!(await open_.isVisible())) await doctor.locator("details.questions summary").click();
      await answerEverything(open_);
      await press(doctor, "/answers");
    }
    await press(doctor, "/consent");
    await press(doctor, "/release");
    assert.equal(await doctor.locator("main form[action$='/release']").count(), 0, await doctor.locator("main").innerText());

    await doctor.goto(chart);
    const proposal = doctor.locator("main form[action$='/course']");
    if (!(await proposal.isVisible())) await doctor.locator("details:has(form[action$='/course']) summary").click();
    const aim = proposal.locator("select[name=aim]");
    const dermapen = await aim.locator("option").evaluateAll((all) => all.map((one) => one.value).find((value) => value.startsWith("dermapen/")));
    await aim.selectOption(dermapen);
    await press(doctor, "/course");
    assert.match(doctor.url(), /\/console\/courses\//);
    await doctor.locator("main form:has(input[name=to][value=accepted]) button[type=submit]").click();
    await doctor.waitForLoadState();

    const nurse = await open(browser, DESK, lang);
    await signIn(nurse, TEAM[lang].nurse, lang);
    await nurse.goto(visit);
    await press(nurse, "/session");
    assert.match(nurse.url(), /\/console\/records\//);
    const write = async (depth) => {
      const form = nurse.locator("main form[action$='/settings']");
      const places = await form.locator("select[name=place] option").evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
      await form.locator("select[name=place]").selectOption(places.find((one) => one.startsWith("cheek")) ?? places[0]);
      const products = await form.locator("select[name=product] option").evaluateAll((all) => all.map((one) => one.value).filter(Boolean));
      await form.locator("select[name=product]").selectOption(products[0]);
      await form.locator("[name=quantity]").fill(depth);
      await press(nurse, "/settings");
    };
    await write("3.5");
    assert.equal(await nurse.locator("main form[action$='/take-back']").count(), 0, "a depth that the device cannot reach is refused");
    await write("0.5");
    assert.equal(await nurse.locator("main form[action$='/take-back']").count(), 1);
    await nurse.locator("main input[type=password]").fill(passwordOf(TEAM[lang].nurse));
    await press(nurse, "/sign");
    assert.equal(await nurse.locator("main form[action$='/settings']").count(), 0, "a signed record takes no more settings");
    assert.equal(await nurse.locator("main form[action$='/amendments']").count(), 1);

    await desk.goto(visit);
    await desk.locator("main form:has(input[name=entry][value=due]) button[type=submit]").first().click();
    await desk.waitForLoadState();
    await desk.locator("select[name=entry]").selectOption("paid");
    await desk.locator("main form.inline-form:has(select[name=means]) button[type=submit]").click();
    await desk.waitForLoadState();
    assert.match(await desk.locator("#money ~ p.lead").innerText(), lang === "ja" ? /0円/ : /¥0/);

    await phone.goto(`${SITE}${link}/recovery`);
    assert.equal(await phone.locator("h1").count(), 1);
    for (const page of [phone, desk, doctor, nurse]) {
      assert.deepEqual(page.faults, []);
      await page.context().close();
    }
  });
}

test("a patient who is called answers a check-in, and the nurse sees at once what the rules make of it", { timeout: 120_000 }, async () => {
  const nurse = await open(browser, DESK, "ja");
  await signIn(nurse, "okabe", "ja");
  await nurse.goto(`${SITE}/console/recovery`);
  const asked = await nurse.locator("main a[href^='/console/check-ins/']").evaluateAll((all) => all.map((one) => one.href));
  const form = nurse.locator("main form[action*='/console/check-ins/']");
  for (const address of asked) {
    await nurse.goto(address);
    if (await form.count()) break;
  }
  const names = new Set(await form.locator("input[type=radio]").evaluateAll((all) => all.map((one) => one.name)));
  assert.ok(names.size > 3, "symptoms are asked");
  for (const name of names) await form.locator(`input[name="${name}"]`).first().check();
  await form.locator("button[type=submit]").first().click();
  await nurse.waitForLoadState();
  assert.equal(await nurse.locator("h1").count(), 1);
  assert.deepEqual(nurse.faults, []);
  await nurse.context().close();
});

test("an escalation that asks for a physician is closed by one, in writing", { timeout: 120_000 }, async () => {
  const doctor = await open(browser, DESK, "ja");
  await signIn(doctor, "sakamoto", "ja");
  await doctor.goto(`${SITE}/console/recovery`);
  const close = doctor.locator("main form[action$='/close']");
  const before = await close.count();
  assert.ok(before > 0, "the demo has somebody who waits");
  if (!(await close.first().isVisible())) await doctor.locator("main details:has(form[action$='/close']) summary").first().click();
  await close.first().locator("textarea").fill("電話で確認し、翌日の診察を案内した。");
  await close.first().locator("button[type=submit]").click();
  await doctor.waitForLoadState();
  await doctor.goto(`${SITE}/console/recovery`);
  assert.equal(await close.count(), before - 1);
  await doctor.goto(`${SITE}/console/recall`);
  assert.ok(await doctor.locator("main a[href^='/console/book?patient=']").count() > 0, "somebody is due");
  assert.deepEqual(doctor.faults, []);
  await doctor.context().close();
});
