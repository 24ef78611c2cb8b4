// A SARIF log against the published schema of version 2.1.0, by ajv.
//
//   node sarif.mjs LOG...
//
// The schema is the one that @microsoft/jest-sarif carries (2.1.0-rtm.5, the text that OASIS published). Prints one line
// of JSON for each log; the exit code is 1 where one is not valid.

import Ajv from "ajv-draft-04";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Which log? Example: node sarif.mjs report.sarif");
  process.exit(2);
}

const require = createRequire(import.meta.url);
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// One pattern of the schema (a language) is no regular expression under the stricter flag.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats(ajv);
const validate = ajv.compile(schema);

for (const file of files) {
  const log = JSON.parse(readFileSync(file, "utf8"));
  const valid = validate(log);
  const results = (log.runs ?? []).reduce((sum, run) => sum + (run.results ?? []).length, 0);
  const errors = (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  console.log(JSON.stringify({ valid, results, schema: schema.title, ajv: require("ajv/package.json").version, errors }));
  if (!valid) {
    process.exitCode = 1;
  }
}
