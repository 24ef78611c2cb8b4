// How to sign in to the demo: read from what the server printed, with one-time codes made here.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { SITE } from "./browser.mjs";

const said = readFileSync(process.env.SUHADA_LOGINS, "utf8");

function secretOf(login) {
  const address = said.split(/\s+/).find((word) => word.startsWith("otpauth://") && word.split("?")[0].endsWith(login));
  const secret = /secret=([A-Z2-7]+)/.exec(address ?? "")?.[1];
  if (!secret) throw new Error(`the server named no login called ${login}`);
  return secret;
}

/** The demo has one password for everybody; a clinic that was just set up has one for each. */
function passwordOf(login) {
  const own = new RegExp(`^${login}\\n  password (.+)$`, "m").exec(said)?.[1];
  return (own ?? /password of everybody is: (.+)/.exec(said)?.[1] ?? "").trim();
}

function bytes(base32) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}

/** The code of RFC 6238 at this moment. */
export function code(login, now = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac("sha1", bytes(secretOf(login))).update(counter).digest();
  const at = mac[mac.length - 1] & 0x0f;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export { passwordOf };

/** Who has signed in during this run: a one-time code is good for one sign-in only, so each login signs in once. */
const sessions = new Map();

async function submit(page, login, when) {
  await page.goto(`${SITE}/console/sign-in`);
  await page.fill("#login", login);
  await page.fill("#password", passwordOf(login));
  await page.fill("#code", code(login, when));
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.click("main button[type=submit]")]);
  await page.waitForLoadState();
  return !page.url().includes("/sign-in");
}

/** Signs in through the page, and chooses the language of the console. Where this half minute's code was spent by
 *  another run, the next one is taken, which the server accepts a little early. */
export async function signIn(page, login, lang) {
  const known = sessions.get(login);
  if (known) await page.context().addCookies(known);
  await page.goto(`${SITE}/console/language/${lang}`);
  if (known) return void (await page.goto(`${SITE}/console`));
  const now = Date.now();
  if (!(await submit(page, login, now)) && !(await submit(page, login, now + 30_000))) {
    throw new Error(`${login} could not sign in: ${await page.locator("main").innerText()}`);
  }
  sessions.set(login, (await page.context().cookies()).filter((cookie) => cookie.name === "suhada-session"));
}
