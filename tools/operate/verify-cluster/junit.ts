import type { CheckResult } from "../../kit/run-checks";

/** Results in JUnit's form, as CI systems read it. */
export function junit(suite: string, results: readonly CheckResult[]): string {
  const count = (outcome: CheckResult["outcome"]) => results.filter((one) => one.outcome === outcome).length;
  const seconds = results.reduce((sum, one) => sum + one.seconds, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuite name="${escaped(suite)}" tests="${results.length}" failures="${count("failed")}" skipped="${count("skipped")}" time="${seconds.toFixed(3)}">`,
    ...results.map((result) => `  ${testCase(suite, result)}`),
    "</testsuite>",
    "",
  ].join("\n");
}

function testCase(suite: string, { name, outcome, seconds, output }: CheckResult): string {
  const inside = {
    passed: `<system-out>${escaped(output)}</system-out>`,
    failed: `<failure message="${escaped(output)}"/>`,
    skipped: `<skipped message="${escaped(output)}"/>`,
  }[outcome];
  return `<testcase classname="${escaped(suite)}" name="${escaped(name)}" time="${seconds.toFixed(3)}">${inside}</testcase>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text in XML, which has no place for most control characters. */
const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "\ufffd",
    )
    .replace(/[&<>"\n]/g, (sign) => ESCAPES[sign]!);
