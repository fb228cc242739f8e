import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pythonTool } from "../../toolbox/python";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";

const { signal } = new AbortController();
const PIN = TOOL_VERSIONS.moto;

/** Refusal of any package whose hash is not on record. */
const LOCKED = / --require-hashes --requirement \/.*\/tools\/toolbox\/python\/moto\.txt\n/;

/** A Python whose environments are copies of itself, and that writes down what it is asked. */
const python = (pip = "exit 0") => `echo "$@" >> "$XDG_CACHE_HOME/asked"
  case "$2" in
    venv) /bin/mkdir -p "$3/bin"; /bin/cp "$0" "$3/bin/python" ;;
    pip) ${pip} ;;
  esac`;

test("installs a tool at its pinned version into an environment of its own", async () => {
  const { cache } = machineWith({ python3: python() });

  const tool = await pythonTool("moto", signal);

  const environment = join(cache, "python", `moto-${PIN}`);
  expect(tool).toEqual({ program: join(environment, "bin/python"), version: PIN, caveats: [] });
  expect(readdirSync(join(cache, "python"))).toEqual([`moto-${PIN}`]);
  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(LOCKED);
});

/** A cache that has the environment already, with a Python that does this. */
function installed(cache: string, script: string): void {
  const bin = join(cache, "python", `moto-${PIN}`, "bin");
  mkdirSync(bin, { recursive: true });
  writeProgram(join(bin, "python"), script);
}

test("takes what the cache has, without a Python on PATH", async () => {
  const { cache } = machineWith({});
  installed(cache, "exit 0");

  expect(await pythonTool("moto", signal)).toMatchObject({ version: PIN });
});

test("installs again where Python no longer finds the tool's modules", async () => {
  const { cache } = machineWith({ python3: python() });
  installed(cache, '[ "$1" = -c ] && exit 1; exit 0');

  expect(await pythonTool("moto", signal)).toMatchObject({ version: PIN });
  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(LOCKED);
});

test("says why a tool cannot be installed, and leaves nothing half done", async () => {
  const { cache } = machineWith({ python3: python('echo "noise\nno such host" >&2; exit 1') });

  expect(await pythonTool("moto", signal)).toEqual({ missing: "pip failed: no such host" });
  expect(readdirSync(join(cache, "python"))).toEqual([]);
});

test.each(["checkov", "kubernetes-validate", "mkdocs", "moto", "zizmor"] as const)(
  "locks %s at its pinned version",
  (name) => {
    const lock = readFileSync(`tools/toolbox/python/${name}.txt`, "utf8");

    expect(`\n${lock}`).toContain(`\n${name}==${TOOL_VERSIONS[name]} \\\n`);
  },
);

test("says that there is no Python", async () => {
  machineWith({});

  expect(await pythonTool("moto", signal)).toEqual({ missing: "python3 was not found" });
});
