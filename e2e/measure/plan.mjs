// From the click to the picture: the plan page of the demo clinic, asked for again and again over one connection.
// Prints one line of JSON. Usage: SUHADA_URL=… SUHADA_LOGINS=… node measure/plan.mjs [patients] [samples]
import { Agent, request } from "node:http";
import { code, passwordOf } from "../logins.mjs";

const SITE = new URL(process.env.SUHADA_URL);
const [PATIENTS, SAMPLES] = [Number(process.argv[2] ?? 20), Number(process.argv[3] ?? 1000)];
const AIMS = ["dermapen/acne-scars", "micro-botox/oily-skin", "salicylic-peel/acne"];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let cookies = "";

function ask(method, path, form) {
  const body = form ? new URLSearchParams(form).toString() : "";
  const headers = { cookie: cookies, origin: SITE.origin };
  if (form) Object.assign(headers, { "content-type": "application/x-www-form-urlencoded", "content-length": body.length });
  return new Promise((resolve, reject) => {
    const sent = request({ agent, method, path, headers, host: SITE.hostname, port: SITE.port }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

async function signIn(login) {
  for (const ahead of [0, 30_000]) {
    const form = { login, password: passwordOf(login), code: code(login, Date.now() + ahead) };
    const answer = await ask("POST", "/console/sign-in", form);
    const made = [answer.headers["set-cookie"] ?? []].flat().find((cookie) => cookie.startsWith("suhada-session="));
    if (made) return void (cookies = made.split(";")[0]);
  }
  throw new Error(`${login} could not sign in`);
}

const iso = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** People with two or three open courses, an event ahead and wishes. */
async function people() {
  const list = (await ask("GET", "/console/patients?q=0")).text;
  const found = [...new Set(list.match(/\/console\/patients\/[0-9a-f-]{36}/g) ?? [])].slice(0, PATIENTS);
  if (found.length === 0) throw new Error("no patients were found");
  for (const [place, path] of found.entries()) {
    for (const aim of AIMS.slice(0, 2 + (place % 2))) await ask("POST", `${path}/course`, { aim, start: iso(7) });
    await ask("POST", `${path}/plan/events`, { "event-name": "Wedding", "event-day": iso(40 + 7 * (place % 5)) });
    await ask("POST", `${path}/plan/wishes`, [["weekday", "6"], ["weekday", "7"], ["part", "morning"], ["firmness", "rather"], ["turn", "book"]]);
  }
  return found;
}

const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

await signIn("hayashi");
const paths = await people();
for (const path of paths) await ask("GET", `${path}/plan`);
const [spans, drawn] = [[], new Set()];
for (let number = 0; number < SAMPLES; number += 1) {
  const path = paths[number % paths.length];
  const begun = process.hrtime.bigint();
  const answer = await ask("GET", `${path}/plan`);
  spans.push(Number(process.hrtime.bigint() - begun) / 1e6);
  if (answer.status !== 200) throw new Error(`${path}/plan answered ${answer.status}`);
  if (answer.text.includes("plan-picture")) drawn.add(path);
}
spans.sort((a, b) => a - b);
const rounded = (value) => Math.round(value * 10) / 10;
console.log(JSON.stringify({
  patients: paths.length, with_a_picture: drawn.size, samples: SAMPLES,
  p50_ms: rounded(share(spans, 0.5)), p99_ms: rounded(share(spans, 0.99)), worst_ms: rounded(spans.at(-1)),
}));
agent.destroy();
