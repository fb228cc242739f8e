import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { manifestWithSuccessor, successorModules } from "../../../checks/cdktn/successor";
import { TOOL_VERSIONS } from "../../../toolbox/tools";
import { machineWith } from "../../../../__tests__/support/fake-programs";

const { signal } = new AbortController();

test("asks for the successor in cdktf's place, for the providers as well", () => {
  const dependencies = { "@cdktf/provider-aws": "1.2.3", cdktf: "0.21.0", zod: "4.0.0" };

  expect(
    manifestWithSuccessor(JSON.stringify({ name: "x", dependencies, devDependencies: { tsx: "1" } })),
  ).toEqual({
    private: true,
    dependencies: { ...dependencies, cdktf: `npm:cdktn@${TOOL_VERSIONS.cdktn}` },
    overrides: { "@cdktf/provider-aws": { cdktf: "$cdktf", constructs: "$constructs" } },
  });
});

test("installs once for the same dependencies", async () => {
  const { cache } = machineWith({ npm: 'echo "$@" >> "$XDG_CACHE_HOME/asked"; /bin/mkdir node_modules' });

  const first = await successorModules(signal);
  const second = await successorModules(signal);

  const [folder] = readdirSync(join(cache, "cdktn"));
  expect(first).toEqual({ modules: join(cache, "cdktn", folder!, "node_modules") });
  expect(second).toEqual(first);
  expect(readFileSync(join(cache, "../asked"), "utf8").trim().split("\n")).toHaveLength(1);
});

test("says why npm could not install, and leaves nothing half done", async () => {
  const { cache } = machineWith({ npm: 'echo "npm error code ENOTFOUND" >&2; exit 1' });

  expect(await successorModules(signal)).toEqual({
    missing: "npm install failed: npm error code ENOTFOUND",
  });
  expect(readdirSync(join(cache, "cdktn"))).toEqual([]);
});

test("says that there is no npm", async () => {
  machineWith({});

  expect(await successorModules(signal)).toEqual({ missing: "npm was not found" });
});
