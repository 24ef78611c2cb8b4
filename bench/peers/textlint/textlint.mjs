// The same words on the same prose, by textlint with the prh rule.
//
//   node textlint.mjs FOLDER
//
// The folder holds what `suhada bench lint --export FOLDER` wrote. The dictionary is read once; every document is one
// run. The whole prose as one file is judged apart, where time allows. Writes the figures to textlint.json.

import { TextlintKernel } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import prh from "textlint-rule-prh";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const PASSES = 3;

const folder = process.argv[2];
if (folder === undefined) {
  console.error("Which folder? Example: node textlint.mjs target/bench");
  process.exit(2);
}

const text = (name) => readFileSync(join(folder, name), "utf8");
const words = JSON.parse(text("words.json"));
const documents = text("documents.ndjson").trimEnd().split("\n").map((line) => JSON.parse(line).text);
const bytes = documents.reduce((sum, document) => sum + Buffer.byteLength(document), 0);

// JSON is YAML. All words stand in one rule: of the two ways to write them down, this is the faster by far.
const dictionary = join(folder, "prh.yml");
const escaped = (word) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const rules = [{ expected: "(another wording)", patterns: words.map((word) => `/${escaped(word)}/i`) }];
writeFileSync(dictionary, JSON.stringify({ version: 1, rules }));

const kernel = new TextlintKernel();
const rule = prh.default ?? prh;
const everywhere = { checkEmphasis: true, checkLink: true, checkBlockQuote: true };
const reading = { ext: ".md", plugins: [{ pluginId: "markdown", plugin: markdown.default ?? markdown }], rules: [] };
const linting = { ...reading, rules: [{ ruleId: "prh", rule, options: { rulePaths: [dictionary], ...everywhere } }] };

/** Every text, one after the other; how many words were found. */
async function pass(texts, options) {
  let found = 0;
  for (const one of texts) {
    found += (await kernel.lintText(one, options)).messages.length;
  }
  return found;
}

/** Seconds of one pass, over so many. */
async function timed(texts, options, passes) {
  const begun = performance.now();
  for (let time = 0; time < passes; time += 1) {
    await pass(texts, options);
  }
  return (performance.now() - begun) / 1000 / passes;
}

const rounded = (number) => Math.round(number * 1000) / 1000;
const rate = (seconds) => rounded(bytes / 1_000_000 / seconds);

// The first pass also warms the compiler up.
const findings = await pass(documents, linting);
const seconds = await timed(documents, linting, PASSES);
const whole = await timed([documents.join("\n")], linting, 1);
const without = await timed(documents, reading, 1);

const version = (name) => createRequire(import.meta.url)(`${name}/package.json`).version;
const figures = {
  version: version("@textlint/kernel"),
  prh: version("textlint-rule-prh"),
  node: process.version,
  words: words.length,
  documents: documents.length,
  bytes,
  passes: PASSES,
  seconds: rounded(seconds),
  megabytes_per_second: rate(seconds),
  one_file_seconds: rounded(whole),
  one_file_megabytes_per_second: rate(whole),
  reading_only_megabytes_per_second: rate(without),
  findings,
};
writeFileSync(join(folder, "textlint.json"), JSON.stringify(figures) + "\n");
console.log(`   textlint ${figures.version} with prh ${figures.prh}: ${figures.megabytes_per_second} MB/s`);
