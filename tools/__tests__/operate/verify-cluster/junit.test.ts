import { expect, it } from "vitest";
import { junit } from "../../../operate/verify-cluster/junit";

it("writes results as JUnit reads them, whatever is in them", () => {
  const results = [
    { name: "pod", outcome: "passed", seconds: 1.5, output: "2 of 2" },
    { name: "TLS", outcome: "failed", seconds: 0.25, output: 'expected "a" & <b>,\ngot \u0000\ud800' },
    { name: "DNS", outcome: "skipped", seconds: 0, output: "it comes after Ingress" },
  ] as const;

  expect(junit("integration", results)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="integration" tests="3" failures="1" skipped="1" time="1.750">
  <testcase classname="integration" name="pod" time="1.500"><system-out>2 of 2</system-out></testcase>
  <testcase classname="integration" name="TLS" time="0.250"><failure message="expected &quot;a&quot; &amp; &lt;b&gt;,&#10;got \ufffd\ufffd"/></testcase>
  <testcase classname="integration" name="DNS" time="0.000"><skipped message="it comes after Ingress"/></testcase>
</testsuite>
`);
});
