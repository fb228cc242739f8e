import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";
import { newestTerraform } from "../../toolbox/newest-terraform";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { validateNewest } from "../../verify/validate-newest";

const version = TOOL_VERSIONS.terraform;
const { signal } = new AbortController();

const terraformOf = (own: string) => `echo '{"terraform_version":"${own}"}'`;

test("takes the program that is kept in the cache, whatever is on the PATH", async () => {
  const { cache } = machineWith({ terraform: terraformOf("1.11.4") });
  mkdirSync(join(cache, "bin"), { recursive: true });
  writeProgram(join(cache, "bin", `terraform-${version}`), "exit 0");

  expect(await newestTerraform(signal)).toEqual({
    program: join(cache, "bin", `terraform-${version}`),
    version,
    caveats: [],
  });
});

test("takes the one on the PATH where that is the newest", async () => {
  machineWith({ terraform: terraformOf(version) });

  expect(await newestTerraform(signal)).toEqual({ program: "terraform", version, caveats: [] });
});

test.each([
  ["another version", { terraform: terraformOf("1.11.4") }],
  ["none", {}],
])("is missing aloud where the PATH has %s, with the place where it is looked for", async (_, programs) => {
  const { cache } = machineWith(programs);
  const missing = `terraform ${version} is neither on the PATH nor at ${join(cache, "bin", `terraform-${version}`)}; put the program there`;

  expect(await newestTerraform(signal)).toEqual({ missing });
  expect(await validateNewest(() => undefined, signal)).toMatchObject({ findings: [], missing });
});
