// What a stranger does with a phone at night.
import { SITE } from "./browser.mjs";

let serial = Date.now() % 100_000;

/** A person whom nobody knows yet. */
export function stranger(lang) {
  serial += 1;
  const number = String(serial).padStart(8, "0");
  return {
    family: lang === "ja" ? "夜野" : "Nightly", given: lang === "ja" ? "みお" : "Mio", kana: ["よるの", "みお"],
    born: ["1994", "5", "6"], phone: `090${number}`, mail: `night${number}@example.jp`,
  };
}

/** Walks from a treatment page to a held time. */
export async function hold(page, lang, service) {
  await page.goto(`${SITE}/${lang}/treatments/${service}`);
  await page.click(`main a[href="/${lang}/book/${service}"], main a[href="/${lang}/book?service=${service}"]`);
  await page.waitForURL(new RegExp(`/book/${service}`));
  const free = `main a[href*="/book/${service}/day/"]`;
  await page.click("main a[rel=next]");
  await page.waitForLoadState();
  for (let turned = 0; turned < 2 && !(await page.$(free)); turned += 1) await page.click("main a[rel=next]");
  const days = await page.$$(free);
  await days[Math.min(4, days.length - 1)].click();
  await page.waitForURL(/\/day\//);
  const times = await page.$$("main button[name=starts]");
  await times[Math.floor(times.length / 2)].click();
  await page.waitForURL(/\/book\/hold\//);
}

export async function fillIn(page, lang, person) {
  await page.fill("#family", person.family);
  await page.fill("#given", person.given);
  if (lang === "ja") {
    await page.fill("#family_kana", person.kana[0]);
    await page.fill("#given_kana", person.kana[1]);
  }
  await page.fill("[name=birth-year]", person.born[0]);
  await page.fill("[name=birth-month]", person.born[1]);
  await page.fill("[name=birth-day]", person.born[2]);
  await page.fill("#phone", person.phone);
  await page.fill("#mail", person.mail);
}

/** Books, leaves every question blank, and stops on the page that says so. `onStep` is called on every page. */
export async function book(page, lang, service, { onStep = async () => {}, answer = async () => {} } = {}) {
  const person = stranger(lang);
  await hold(page, lang, service);
  await onStep();
  await fillIn(page, lang, person);
  await answer(page);
  await page.click("main form[novalidate] button[type=submit]");
  await page.waitForURL(/\/book\/done\//);
  await onStep();
  const link = await page.getAttribute(`main a[href^="/${lang}/my/"]`, "href");
  return { person, link };
}

/** Opens the private page with the birth date. */
export async function openPrivate(page, link, person) {
  await page.goto(SITE + link);
  const year = await page.$("main input[autocomplete=bday-year]");
  await year.fill(person.born[0]);
  await page.fill("main input[autocomplete=bday-month]", person.born[1]);
  await page.fill("main input[autocomplete=bday-day]", person.born[2]);
  await page.click("main form button[type=submit]");
  await page.waitForLoadState();
}
