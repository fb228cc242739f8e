import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { runProcess } from "../../kit/run-process";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith } from "../../../__tests__/support/fake-programs";

const verify = (...names: readonly string[]) =>
  runProcess([process.execPath, "tools/cli/run.cjs", "verify", ...names], {
    cwd: dirname(dirname(dirname(__dirname))),
    signal: new AbortController().signal,
  });

/** An actionlint of the pinned version that does this. */
const actionlint = (script: string) =>
  machineWith({
    actionlint: `if [ "$1" = -version ]; then echo ${TOOL_VERSIONS.actionlint}; exit; fi; ${script}`,
  });

describe("npm run verify", () => {
  it("passes where nothing was found, and fails where anything was", async () => {
    actionlint("exit 0");
    expect(await verify("actionlint")).toMatchObject({ code: 0 });

    actionlint("echo 'workflow.yml:1:1: no such event'; exit 1");
    const { code, stdout } = await verify("actionlint");
    expect(code).toBe(1);
    expect(stdout).toContain("workflow.yml:1:1: no such event");
  });

  it("says what is missing, and does not fail for it", async () => {
    machineWith({});
    const { code, stdout } = await verify("actionlint", "gatekeeper");

    expect(code).toBe(0);
    expect(stdout.match(/NOT CHECKED: neither \w+ nor Go, which builds it, was found/g)).toHaveLength(2);
  });

  it("knows its verifications by name", async () => {
    machineWith({});

    expect(await verify("chart")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("did you mean charts?"),
    });
  });
});
