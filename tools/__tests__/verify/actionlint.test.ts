import { expect, test } from "vitest";
import { actionlint } from "../../verify/actionlint";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith } from "../../../__tests__/support/fake-programs";

const run = () => actionlint(() => undefined, new AbortController().signal);

/** An actionlint of the pinned version that does this with the workflows. */
const saying = (script: string) =>
  machineWith({
    actionlint: `if [ "$1" = -version ]; then echo ${TOOL_VERSIONS.actionlint}; exit; fi; ${script}`,
  });

test("has nothing to say of workflows that are in order", async () => {
  saying("exit 0");

  expect(await run()).toMatchObject({
    version: TOOL_VERSIONS.actionlint,
    checked: expect.stringMatching(/^[1-9]\d* workflows$/),
    findings: [],
  });
});

test("has a finding for each line of actionlint's", async () => {
  saying(
    'for file in "$@"; do :; done; echo "$file:1:2: no such key"; echo "$file:3:4: no such job"; exit 1',
  );

  const { findings } = await run();

  expect(findings).toEqual([
    expect.stringMatching(/^\.github\/workflows\/.+:1:2: no such key$/),
    expect.stringMatching(/:3:4: no such job$/),
  ]);
});

test("says why there is no actionlint", async () => {
  machineWith({});

  expect(await run()).toMatchObject({ missing: "neither actionlint nor Go, which builds it, was found" });
});
