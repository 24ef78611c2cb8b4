// One headless Chromium, as a phone or as a desk, in the language of the person who holds it.
import { chromium } from "playwright-core";

export const SITE = process.env.SUHADA_URL;
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 1000 };

const OPTIONS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export async function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: OPTIONS });
}

/** A fresh browser window that fails on every error of a page's own making. */
export async function open(browser, viewport, lang) {
  const context = await browser.newContext({
    viewport, locale: lang === "ja" ? "ja-JP" : "en-GB", timezoneId: "Asia/Tokyo", reducedMotion: "reduce",
    javaScriptEnabled: true,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(String(error)));
  page.on("console", (message) => {
    const text = message.text();
    const expected = /status of (401|403|404|409|422)/.test(text);
    if (message.type() === "error" && !expected) page.faults.push(text);
  });
  return page;
}
