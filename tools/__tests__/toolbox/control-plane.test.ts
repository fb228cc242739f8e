import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { controlPlaneProgram, kubernetesVersion } from "../../toolbox/control-plane";
import { moduleVersion } from "../../toolbox/pinned-programs";

const { signal } = new AbortController();

/** A Go that writes down what it is asked and finds beside it, and builds what it is told to. */
const GO = `echo "$@ in $GOFLAGS with" * >> "$XDG_CACHE_HOME/asked"
  while [ $# -gt 0 ]; do [ "$1" = -o ] && echo built > "$2"; shift; done; exit 0`;

test("builds a program from the pinned modules, and keeps it by their content", async () => {
  const { cache } = machineWith({ go: GO });

  const tool = await controlPlaneProgram("kube-apiserver", signal);

  const [folder = ""] = readdirSync(join(cache, "control-plane"));
  expect(folder).toMatch(new RegExp(`^${kubernetesVersion()}-[0-9a-f]{12}$`));
  expect(readdirSync(join(cache, "control-plane", folder))).toEqual(["kube-apiserver"]);
  expect(tool).toEqual({
    program: join(cache, "control-plane", folder, "kube-apiserver"),
    version: kubernetesVersion(),
    caveats: [],
  });
});

test("refuses a module that go.sum has no hash of", async () => {
  const { cache } = machineWith({ go: GO });
  await controlPlaneProgram("etcd", signal);

  expect(readFileSync(join(cache, "../asked"), "utf8")).toMatch(
    /^build -trimpath .* -o etcd go.etcd.io\/etcd\/server\/v3 in -mod=readonly with go.mod go.sum\n$/,
  );
});

test("tells the programs their version, for which charts ask the API server", async () => {
  const { cache } = machineWith({ go: GO });
  await controlPlaneProgram("kube-apiserver", signal);

  expect(readFileSync(join(cache, "../asked"), "utf8")).toContain(
    `-X k8s.io/component-base/version.gitVersion=v${kubernetesVersion()} `,
  );
});

test("tells the version of etcd, which is not that of Kubernetes", async () => {
  machineWith({ go: GO });

  expect(await controlPlaneProgram("etcd", signal)).toMatchObject({
    version: moduleVersion("control-plane", "go.etcd.io/etcd/server/v3"),
  });
});

test("says that there is no Go", async () => {
  machineWith({});

  expect(await controlPlaneProgram("etcd", signal)).toEqual({
    missing: "etcd: Go, which builds it, was not found",
  });
});

test("says why Go could not build, and leaves nothing half done", async () => {
  const { cache } = machineWith({ go: 'echo "noise\nno such host" >&2; exit 1' });
  mkdirSync(cache, { recursive: true });

  expect(await controlPlaneProgram("etcd", signal)).toEqual({
    missing: "etcd: go build failed: no such host",
  });
  const [folder = ""] = readdirSync(join(cache, "control-plane"));
  expect(readdirSync(join(cache, "control-plane", folder))).toEqual([]);
});

test("has every module of Kubernetes itself in the same release", () => {
  const module = readFileSync("tools/toolbox/control-plane/go.mod", "utf8");
  const staged = [...module.matchAll(/^\t(\S+) => (\S+) (\S+)$/gm)];

  expect(staged.length).toBeGreaterThan(20);
  for (const [, from, to, version] of staged) {
    expect([to, version]).toEqual([from, `v0.${kubernetesVersion().split(".").slice(1).join(".")}`]);
  }
});
