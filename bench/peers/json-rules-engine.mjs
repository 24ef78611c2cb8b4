// The same screening rules on the same answers, by json-rules-engine.
//
//   node json-rules-engine.mjs FOLDER
//
// The folder holds what `suhada bench rules --export FOLDER` wrote. Each protocol's engine is built once; every set of
// answers is one run. Writes what was found to peer-found.ndjson and the figures to peer.json.

import { Engine } from "json-rules-engine";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder? Example: node json-rules-engine.mjs target/bench");
  process.exit(2);
}

const text = (name) => readFileSync(join(folder, name), "utf8");
const { headlines, passes, protocols } = JSON.parse(text("rules.json"));
const sets = text("facts.ndjson").trimEnd().split("\n").map((line) => JSON.parse(line));
const engines = new Map(Object.entries(protocols).map(([id, rules]) => [id, new Engine(rules)]));
const reach = new Map(headlines.map((headline, place) => [headline, place]));

/** The events of one run, and the worst headline among them. */
async function verdict({ protocol, facts }) {
  const { events } = await engines.get(protocol).run(facts);
  let worst = 0;
  for (const event of events) {
    worst = Math.max(worst, reach.get(event.params.headline));
  }
  return { headline: headlines[worst], events };
}

/** Once without taking the time, which also warms the compiler up; what was found is kept. */
async function find() {
  const lines = [];
  for (const set of sets) {
    const { headline, events } = await verdict(set);
    lines.push(JSON.stringify({ headline, rules: events.map((event) => event.type).sort() }));
  }
  return lines;
}

/** Every set in every pass, one after the other. */
async function measure() {
  const each = new Float64Array(passes * sets.length);
  const begun = performance.now();
  let done = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    for (const set of sets) {
      const one = performance.now();
      await verdict(set);
      each[done] = performance.now() - one;
      done += 1;
    }
  }
  return { seconds: (performance.now() - begun) / 1000, each: each.sort() };
}

const rounded = (number) => Math.round(number * 100) / 100;

writeFileSync(join(folder, "peer-found.ndjson"), (await find()).join("\n") + "\n");
const { seconds, each } = await measure();
const micros = (ofHundred) => rounded(each[Math.min(Math.floor((each.length * ofHundred) / 100), each.length - 1)] * 1000);
const figures = {
  version: createRequire(import.meta.url)("json-rules-engine/package.json").version,
  node: process.version,
  answer_sets: sets.length,
  passes,
  seconds: rounded(seconds),
  verdicts_per_second: Math.round(each.length / seconds),
  p50_us: micros(50),
  p99_us: micros(99),
  samples: each.length,
};
writeFileSync(join(folder, "peer.json"), JSON.stringify(figures) + "\n");
console.log(`   json-rules-engine ${figures.version} on node ${figures.node}: ${figures.verdicts_per_second} verdicts/s`);
