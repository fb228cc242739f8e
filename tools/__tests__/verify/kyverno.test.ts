import { expect, test } from "vitest";
import { CHART } from "../../../src/addons/kyverno/chart";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { kyverno } from "../../verify/kyverno";

const run = () => kyverno(() => undefined, new AbortController().signal);

/** A Kyverno of the pinned version that does this, without Helm and Go to bring other pods. */
const saying = (script: string) =>
  machineWith({ kyverno: `if [ "$1" = version ]; then echo ${TOOL_VERSIONS.kyverno}; exit; fi; ${script}` });

test("has nothing to say where every policy does as its cases say, but which pods were not judged", async () => {
  saying("exit 0");

  const { checked, findings, notChecked } = await run();

  expect(checked).toMatch(/^18 policies with \d+ cases, 0 pods of Kubernetes, 0 pods of the platform$/);
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([
    expect.stringContaining("pods of the Pod Security Standards: "),
    expect.stringContaining("the platform's own pods were not judged: "),
  ]);
});

test("says which case failed", async () => {
  saying('if [ "$1" = test ]; then echo "Want fail, got pass"; exit 1; fi');

  expect((await run()).findings).toEqual(["Want fail, got pass"]);
});

test("says why there is no Kyverno", async () => {
  machineWith({});

  expect(await run()).toMatchObject({ missing: "neither kyverno nor Go, which builds it, was found" });
});

test("is the version that the chart installs: minor 9 of the chart is minor 19 of Kyverno", () => {
  const [, minor, patch] = CHART.version.split(".");

  expect(TOOL_VERSIONS.kyverno).toBe(`1.${Number(minor) + 10}.${patch!}`);
});
