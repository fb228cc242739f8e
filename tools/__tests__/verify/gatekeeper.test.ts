import { expect, test } from "vitest";
import { gator } from "../../verify/gatekeeper";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith } from "../../../__tests__/support/fake-programs";

const run = () => gator(() => undefined, new AbortController().signal);

/** A gator of the pinned version that does this, without Helm to judge the platform's own objects. */
const saying = (script: string) =>
  machineWith({ gator: `if [ "$1" = version ]; then echo ${TOOL_VERSIONS.gator}; exit; fi; ${script}` });

test("has nothing to say where every policy does as its cases say, but that the platform was not judged", async () => {
  saying("exit 0");

  const { checked, findings, notChecked } = await run();

  expect(checked).toMatch(/^18 policies with \d{3} cases, 0 objects of the platform$/);
  expect(findings).toEqual([]);
  expect(notChecked).toEqual([expect.stringContaining("the platform's own objects were not judged")]);
});

test("says which case failed, without those that did not", async () => {
  saying(
    'printf "ok\\tone\\n    --- FAIL: from anywhere else\\n        unexpected number of violations\\nFAIL\\n"; exit 1',
  );

  const { findings } = await run();

  expect(findings).toEqual(["    --- FAIL: from anywhere else\n        unexpected number of violations"]);
});

test("says why there is no gator", async () => {
  machineWith({});

  expect(await run()).toMatchObject({ missing: "neither gator nor Go, which builds it, was found" });
});
