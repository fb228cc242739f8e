import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { CHART } from "../../../src/addons/karpenter-crd/chart";
import { CHART as CILIUM } from "../../../src/addons/cilium/chart";
import { ciliumVersion } from "../../toolbox/cilium-policies";
import { moduleKinds } from "../../toolbox/module-kinds";
import { TOOL_VERSIONS } from "../../toolbox/tools";

const { signal } = new AbortController();

test("come from the module that Go has checked", async () => {
  const module = mkdtempSync(join(tmpdir(), "module-"));
  onTestFinished(() => rmSync(module, { recursive: true }));
  mkdirSync(join(module, "pkg/apis/crds"), { recursive: true });
  writeFileSync(join(module, "pkg/apis/crds/pools.yaml"), "kind: CustomResourceDefinition\n");
  writeFileSync(join(module, "pkg/apis/crds/doc.go"), "package crds\n");
  machineWith({
    go: `[ "$*" = "mod download -json github.com/aws/karpenter-provider-aws" ] && read -r line < go.sum && echo '{"Dir": "${module}"}'`,
  });

  expect(await moduleKinds("karpenter-crd", signal)).toEqual({
    definitions: [{ kind: "CustomResourceDefinition" }],
  });
});

test("are said to be missing where there is no Go", async () => {
  machineWith({});

  expect(await moduleKinds("karpenter-crd", signal)).toEqual({
    missing: "Karpenter's kinds: Go, which brings them, was not found",
  });
});

test("are said to be missing in Go's words where it cannot bring them", async () => {
  machineWith({ go: 'echo "no such host" >&2; exit 1' });

  expect(await moduleKinds("karpenter-crd", signal)).toEqual({ missing: "Karpenter's kinds: no such host" });
});

test("are those of the chart's version", () => {
  expect(readFileSync("tools/toolbox/karpenter-kinds/go.mod", "utf8")).toContain(
    `require github.com/aws/karpenter-provider-aws v${CHART.version}\n`,
  );
});

test("of Kyverno are those of the version that verifies its policies", () => {
  expect(readFileSync("tools/toolbox/kyverno-kinds/go.mod", "utf8")).toContain(
    `require github.com/kyverno/kyverno v${TOOL_VERSIONS.kyverno}\n`,
  );
});

test("leave out what else a module has beside its kinds", async () => {
  const module = mkdtempSync(join(tmpdir(), "module-"));
  onTestFinished(() => rmSync(module, { recursive: true }));
  mkdirSync(join(module, "config/crd/standard"), { recursive: true });
  writeFileSync(
    join(module, "config/crd/standard/all.yaml"),
    "kind: CustomResourceDefinition\n---\nkind: ValidatingAdmissionPolicy\n",
  );
  machineWith({ go: `echo '{"Dir": "${module}"}'` });

  expect(await moduleKinds("gateway-api-crds", signal)).toEqual({
    definitions: [{ kind: "CustomResourceDefinition" }],
  });
});

test("of Cilium are those of its policies alone, at the chart's version", async () => {
  const module = mkdtempSync(join(tmpdir(), "module-"));
  onTestFinished(() => rmSync(module, { recursive: true }));
  const folder = join(module, "pkg/k8s/apis/cilium.io/client/crds/v2");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ciliumnetworkpolicies.yaml"), "kind: CustomResourceDefinition\n");
  writeFileSync(join(folder, "ciliumnodes.yaml"), "kind: CustomResourceDefinition\nmetadata: {}\n");
  machineWith({ go: `echo '{"Dir": "${module}"}'` });

  expect(await moduleKinds("cilium", signal)).toEqual({
    definitions: [{ kind: "CustomResourceDefinition" }],
  });
  expect(ciliumVersion()).toBe(CILIUM.version);
});
