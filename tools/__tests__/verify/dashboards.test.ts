import { expect, test } from "vitest";
import { dashboards } from "../../verify/dashboards";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith } from "../../../__tests__/support/fake-programs";

const run = () => dashboards(() => undefined, new AbortController().signal);

/** A promtool of the pinned version that does this with the rules. */
const saying = (script: string) =>
  machineWith({
    promtool: `if [ "$1" = --version ]; then echo ${TOOL_VERSIONS.promtool}; exit; fi; ${script}`,
  });

test("has nothing to say of queries that Prometheus takes", async () => {
  saying('echo "Checking $3"; echo "  SUCCESS: 3 rules found"');

  expect(await run()).toMatchObject({
    version: TOOL_VERSIONS.promtool,
    checked: expect.stringMatching(/^[1-9]\d+ queries of 6 dashboards and of traces$/),
    findings: [],
  });
});

test("hands over queries as Grafana completes them", async () => {
  saying(`read -r rules < "$3"; case $rules in *'$__'*) echo variables ;; *) echo SUCCESS ;; esac`);

  expect((await run()).findings).toEqual([]);
});

test("says which panel has a query that Prometheus does not take", async () => {
  saying(
    'echo "FAILED: $3: 1:56: group \\"queries\\", rule 1, \\"query:1\\": could not parse expression"; exit 1',
  );

  expect((await run()).findings).toEqual(["platform-overview: Alerts firing: could not parse expression"]);
});

test("passes on whatever else promtool fails at", async () => {
  saying("echo out of memory; exit 2");

  expect((await run()).findings).toEqual(["out of memory"]);
});

test("says why there is no promtool", async () => {
  machineWith({});

  expect(await run()).toMatchObject({ missing: "neither promtool nor Go, which builds it, was found" });
});
