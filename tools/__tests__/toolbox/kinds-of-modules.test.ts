import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { machineWith } from "../../../__tests__/support/fake-programs";
import { CHART } from "../../../src/addons/karpenter-crd/chart";
import { CHART as CILIUM } from "../../../src/addons/cilium/chart";
import { ciliumVersion } from "../../toolbox/cilium-policies";
import { ciliumKinds, karpenterKinds } from "../../toolbox/kinds-of-modules";

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

  expect(await karpenterKinds(signal)).toEqual({ definitions: [{ kind: "CustomResourceDefinition" }] });
});

test("are said to be missing where there is no Go", async () => {
  machineWith({});

  expect(await karpenterKinds(signal)).toEqual({
    missing: "Karpenter's kinds: Go, which brings them, was not found",
  });
});

test("are said to be missing in Go's words where it cannot bring them", async () => {
  machineWith({ go: 'echo "no such host" >&2; exit 1' });

  expect(await karpenterKinds(signal)).toEqual({ missing: "Karpenter's kinds: no such host" });
});

test("are those of the chart's version", () => {
  expect(readFileSync("tools/toolbox/karpenter-kinds/go.mod", "utf8")).toContain(
    `require github.com/aws/karpenter-provider-aws v${CHART.version}\n`,
  );
});

test("are, of Cilium's, those of its policies alone, at the chart's version", async () => {
  const module = mkdtempSync(join(tmpdir(), "module-"));
  onTestFinished(() => rmSync(module, { recursive: true }));
  const folder = join(module, "pkg/k8s/apis/cilium.io/client/crds/v2");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "ciliumnetworkpolicies.yaml"), "kind: CustomResourceDefinition\n");
  writeFileSync(join(folder, "ciliumnodes.yaml"), "kind: Another\n");
  machineWith({
    go: `[ "$*" = "mod download -json github.com/cilium/cilium" ] && read -r line < go.sum && echo '{"Dir": "${module}"}'`,
  });

  expect(await ciliumKinds(signal)).toEqual({ definitions: [{ kind: "CustomResourceDefinition" }] });
  expect(ciliumVersion()).toBe(CILIUM.version);
});
