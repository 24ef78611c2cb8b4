// What people in the clinic do at a screen.
import { SITE } from "./browser.mjs";

/** What a healthy person answers where "none of these" is not offered. */
const CHOICES = { "fact-skin_type": "iii", "fact-acne_severity": "none", "fact-inflammatory_lesions": "0" };

/** Answers everything a form still asks, as a healthy person would. */
export async function answerEverything(form) {
  for (const none of await form.locator("input[type=checkbox][value=none]").all()) await none.check();
  for (const never of await form.locator("input[type=checkbox][value=never]").all()) await never.check();
  const radios = await form.locator("input[type=radio]").evaluateAll((all) => all.map((one) => [one.name, one.value]));
  for (const name of new Set(radios.map(([one]) => one))) {
    const values = radios.filter(([one]) => one === name).map(([, value]) => value);
    const wanted = CHOICES[name] ?? ["no", "none", "yes"].find((value) => values.includes(value)) ?? values[0];
    const healthy = /recovered|consent/.test(name) ? "yes" : wanted;
    await form.locator(`input[name="${name}"][value="${values.includes(healthy) ? healthy : values[0]}"]`).check();
  }
  for (const number of await form.locator("input[inputmode=decimal], input[inputmode=numeric]").all()) {
    if (!(await number.inputValue())) await number.fill(CHOICES[await number.getAttribute("name")] ?? "0");
  }
}

/** Presses the button of the form that posts to an address ending so. */
export async function press(page, ending) {
  await page.locator(`main form[action$="${ending}"] button[type=submit]`).first().click();
  await page.waitForLoadState();
}

/** Opens the visit of a patient from the search. */
export async function findVisit(page, name) {
  await page.goto(`${SITE}/console/patients?q=${encodeURIComponent(name)}`);
  await page.locator("main table a[href^='/console/patients/']").first().click();
  await page.waitForLoadState();
  const chart = page.url();
  await page.locator("main a[href^='/console/visits/']").first().click();
  await page.waitForURL(/\/console\/visits\//);
  return { chart, visit: page.url() };
}
