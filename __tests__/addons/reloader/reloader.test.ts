import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Reloader } from "../../../src/addons/reloader/reloader";
import type { DeliveredAddonProps } from "../../../src/constructs/delivered-release";
import { Terraform, valuesOf } from "../../support/terraform";

const valuesWith = (props: Partial<DeliveredAddonProps> = {}) =>
  valuesOf(
    Terraform.of(
      (scope) =>
        new Reloader(scope, "reloader", {
          namespace: "cluster-services",
          replicas: 2,
          installedBy: "terraform",
          ...props,
        }),
    ).named(Release)["reloader_release"]!,
  );

describe("Reloader", () => {
  it("restarts only what is annotated, and leaves jobs and Kubernetes' own namespaces alone", () => {
    expect(valuesWith().reloader).toMatchObject({
      autoReloadAll: false,
      ignoreJobs: true,
      ignoreCronJobs: true,
      ignoreNamespaces: "kube-system,kube-public,kube-node-lease",
    });
  });

  it("restarts by an annotation, which Argo CD does not undo", () => {
    expect(valuesWith().reloader.reloadStrategy).toBe("annotations");
  });

  it.each([
    [1, false],
    [3, true],
  ])("runs in %i copies of which one leads", (replicas, enableHA) => {
    expect(valuesWith({ replicas }).reloader).toMatchObject({
      enableHA,
      deployment: { replicas },
      podDisruptionBudget: { enabled: false },
    });
  });

  it("is scraped by Prometheus", () => {
    expect(valuesWith().reloader.podMonitor).toEqual({ enabled: true });
  });

  it("writes nowhere and gains no privilege", () => {
    // It gives the program a folder of its own to write to.
    expect(valuesWith().reloader.readOnlyRootFileSystem).toBe(true);
    expect(valuesWith().reloader.deployment.containerSecurityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      readOnlyRootFilesystem: true,
    });
  });

  it("comes from a mirror where there is one", () => {
    const { image } = valuesWith({ registries: { "ghcr.io": "mirror.example" } });

    expect(image.repository).toBe("mirror.example/stakater/reloader");
  });
});
