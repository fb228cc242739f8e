import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { goTool } from "../../toolbox/go-tools";
import { TOOL_VERSIONS } from "../../toolbox/tools";
import { machineWith, writeProgram } from "../../../__tests__/support/fake-programs";

const { signal } = new AbortController();
const PIN = TOOL_VERSIONS.helm;

/** A Go that writes down what it is asked, and builds what it is told to. */
const GO = `echo "$@" >> "$XDG_CACHE_HOME/asked"
  while [ $# -gt 0 ]; do [ "$1" = -o ] && echo built > "$2" && /bin/chmod +x "$2"; shift; done; exit 0`;

test("builds a program at its pinned version and keeps it in the cache", async () => {
  const { cache } = machineWith({ go: GO });

  const tool = await goTool("helm", signal);

  expect(tool).toEqual({ program: join(cache, "bin", `helm-${PIN}`), version: PIN, caveats: [] });
  expect(readdirSync(join(cache, "bin"))).toEqual([`helm-${PIN}`]);
  expect(readFileSync(join(cache, "../asked"), "utf8").split("\n")).toContain(
    `get helm.sh/helm/v3/cmd/helm@v${PIN}`,
  );
});

test("knows the version of Prometheus's module", async () => {
  const { cache } = machineWith({ go: GO });
  await goTool("promtool", signal);

  const [major, minor, patch] = TOOL_VERSIONS.promtool.split(".");
  expect(readFileSync(join(cache, "../asked"), "utf8")).toContain(
    `get github.com/prometheus/prometheus/cmd/promtool@v0.${major}${minor}.${patch}\n`,
  );
});

test("builds Dex with the module that its release was made with", async () => {
  const { cache } = machineWith({ go: GO });
  await goTool("dex", signal);

  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(
    /^get github\.com\/dexidp\/dex\/cmd\/dex@v0\.0\.0-\d{14}-[0-9a-f]{12} github\.com\/dexidp\/dex\/api\/v2@v2\.\d+\.\d+$/m,
  );
});

test("takes what the cache has, without Go", async () => {
  const { cache } = machineWith({});
  mkdirSync(join(cache, "bin"), { recursive: true });
  writeProgram(join(cache, "bin", `helm-${PIN}`), "");

  expect(await goTool("helm", signal)).toMatchObject({ program: join(cache, "bin", `helm-${PIN}`) });
});

test("takes a program on PATH that has the pinned version", async () => {
  machineWith({ helm: `echo v${PIN}+g1234567`, go: "exit 1" });

  expect(await goTool("helm", signal)).toEqual({ program: "helm", version: PIN, caveats: [] });
});

test("takes another version on PATH only where it cannot build the pinned one, and says so", async () => {
  machineWith({ helm: "echo v3.1.2" });

  expect(await goTool("helm", signal)).toEqual({
    program: "helm",
    version: "3.1.2",
    caveats: [`helm 3.1.2 on PATH, not ${PIN}`],
  });
});

test("says that there is neither the program nor Go", async () => {
  machineWith({});

  expect(await goTool("helm", signal)).toEqual({
    missing: "neither helm nor Go, which builds it, was found",
  });
});

test("says why Go could not build, and leaves nothing half done", async () => {
  const { cache } = machineWith({ go: '[ "$1" = get ] && echo "noise\nno such host" >&2 && exit 1; exit 0' });

  expect(await goTool("helm", signal)).toEqual({ missing: "go get failed: no such host" });
  expect(readdirSync(join(cache, "bin"))).toEqual([]);
});

test("builds once for all who ask at the same time", async () => {
  const { cache } = machineWith({ go: GO });

  const [one, other] = await Promise.all([goTool("helm", signal), goTool("helm", signal)]);

  expect(one).toEqual(other);
  expect(readFileSync(join(cache, "../asked"), "utf8").match(/^build /gm)).toHaveLength(1);
});

test("builds Kyverno with the module that its own go.mod puts in another's place", async () => {
  const { cache } = machineWith({ go: GO });
  await goTool("kyverno", signal);

  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(
    /^mod init verify\nmod edit -replace=k8s\.io\/pod-security-admission=github\.com\/kyverno\/pod-security-admission@v\S+\nget /,
  );
});
