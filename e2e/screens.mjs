// A picture of every page at both widths and in both languages: `node screens.mjs demo`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DESK, PHONE, SITE, launch, open } from "./browser.mjs";
import { consolePlaces, publicPlaces, signIn } from "./places.mjs";
import { book, openPrivate } from "./visitor.mjs";

const name = process.argv[2] ?? "demo";
const folder = join(process.env.SUHADA_SCREENS, name);
mkdirSync(folder, { recursive: true });

const WIDTHS = { phone: PHONE, desk: DESK };

async function shoot(page, address, lang, width) {
  await page.goto(address.startsWith("http") ? address : SITE + address);
  await page.evaluate(() => document.fonts.ready);
  const file = address.replace(SITE, "").replace(/[0-9a-f]{64}/, "link").replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replace(/[^a-z0-9-]+/gi, "_").replace(/^_|_$/g, "") || "start";
  await page.screenshot({ path: join(folder, `${lang}-${width}-${file}.png`), fullPage: true });
}

const browser = await launch();
let count = 0;
for (const lang of ["ja", "en"]) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    const page = await open(browser, viewport, lang);
    for (const address of await publicPlaces(page, lang)) {
      await shoot(page, address, lang, width);
      count += 1;
    }
    await page.context().close();
  }
  const desk = await open(browser, DESK, lang);
  await signIn(desk, lang === "ja" ? "sakamoto" : "hayashi", lang);
  for (const address of await consolePlaces(desk)) {
    for (const [width, viewport] of Object.entries(WIDTHS)) {
      await desk.setViewportSize(viewport);
      await shoot(desk, address, lang, width);
      count += 1;
    }
  }
  await desk.context().close();
}
/** A page as it stands, at both widths. */
async function both(page, lang, file) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${lang}-${width}-${file}.png`), fullPage: true });
    count += 1;
  }
  await page.setViewportSize(PHONE);
}

if (name === "demo") {
  for (const lang of ["ja", "en"]) {
    const page = await open(browser, PHONE, lang);
    let step = 0;
    const { person, link } = await book(page, lang, "dermapen", { onStep: async () => both(page, lang, `booking_${(step += 1)}`) });
    await page.goto(SITE + link);
    await both(page, lang, "my_gate");
    await openPrivate(page, link, person);
    for (const rest of ["", "/questions", "/move", "/cancel", "/recovery", "/aftercare", "/course"]) {
      await page.goto(SITE + link + rest);
      await both(page, lang, `my${rest.replace("/", "_")}`);
    }
    await page.context().close();
  }
}
await browser.close();
console.log(`${count} pictures in target/screens/${name}`);
