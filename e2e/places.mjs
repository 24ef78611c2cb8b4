// Every page that can be reached: public ones by address, private ones and the console by walking there.
import { signIn } from "./logins.mjs";
import { SITE } from "./browser.mjs";

/** Public addresses of a language, the articles and every treatment found on the way. */
export async function publicPlaces(page, lang) {
  const fixed = ["", "treatments", "concerns", "practitioners", "access", "counselling", "articles", "privacy", "book"];
  const found = new Set(fixed.map((rest) => `/${lang}/${rest}`));
  for (const list of ["treatments", "concerns", "articles", "book"]) {
    await page.goto(`${SITE}/${lang}/${list}`);
    const hrefs = await page.$$eval("main a[href]", (links) => links.map((link) => link.getAttribute("href")));
    for (const href of hrefs) if (new RegExp(`^/${lang}/${list}/[a-z0-9-]+$`).test(href)) found.add(href);
  }
  found.add(`/${lang}/nothing-is-here`);
  return [...found];
}

/** Today and the days after it: the clinic may be closed on the first of them. */
async function openDays(page) {
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }));
  return Array.from({ length: 7 }, (_, ahead) => new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10));
}

/** Addresses of the console for somebody who may see nearly everything, with one visit, chart and record. */
export async function consolePlaces(page) {
  const found = [
    "/console", "/console?by=room", "/console/calendar", "/console/book", "/console/patients", "/console/duplicates", "/console/recall",
    "/console/recovery", "/console/protocols", "/console/protocols/dermapen", "/console/staff", "/console/outbox",
    "/console/roster", "/console/waitlist", "/console/pages",
  ];
  const first = async (address, pattern) => {
    await page.goto(SITE + address);
    const hrefs = await page.$$eval("main a[href]", (links) => links.map((link) => link.getAttribute("href")));
    return hrefs.find((href) => pattern.test(href));
  };
  for (const day of await openDays(page)) {
    const visit = await first(`/console?day=${day}`, /^\/console\/visits\/[0-9a-f-]+$/);
    if (!visit) continue;
    found.push(`/console?day=${day}`, `/console?day=${day}&by=room`, visit, `${visit}/move`);
    break;
  }
  const chart = await first("/console/recall", /^\/console\/patients\/[0-9a-f-]+$/) ?? await first("/console/patients", /^\/console\/patients\/[0-9a-f-]+$/);
  found.push(chart);
  if (chart) {
    found.push(await first(chart, /^\/console\/records\/[0-9a-f-]+$/));
    found.push(await first(chart, /^\/console\/courses\/[0-9a-f-]+$/));
  }
  found.push(...(await rosters(page)));
  found.push(await first("/console/recovery", /^\/console\/check-ins\/[0-9a-f-]+$/));
  return found.filter(Boolean);
}

/** The roster of the house, of a person and of a device. */
async function rosters(page) {
  await page.goto(`${SITE}/console/roster`);
  const hrefs = await page.$$eval("main table a[href^='/console/roster/']", (links) => links.map((link) => link.getAttribute("href")));
  return [hrefs[0], hrefs[1], hrefs.at(-1)].filter(Boolean);
}

export { signIn };
