import type { HelmValues } from "../../../constructs/helm-values";
import type { Manifest } from "../../../constructs/manifests";
import type { PolicyCases } from "./policy.cases";

const VERSIONS: Readonly<Record<string, string>> = {
  Kustomization: "kustomize.toolkit.fluxcd.io/v1",
  HelmRelease: "helm.toolkit.fluxcd.io/v2",
};

const object = (kind: string, spec: HelmValues): Manifest => ({
  apiVersion: VERSIONS[kind] ?? "source.toolkit.fluxcd.io/v1",
  kind,
  metadata: { name: "whitehall", namespace: "apps" },
  spec,
});

const kustomization = (spec: HelmValues): Manifest =>
  object("Kustomization", {
    interval: "10m",
    path: "./deploy",
    prune: true,
    serviceAccountName: "flux-deployer",
    sourceRef: { kind: "GitRepository", name: "whitehall" },
    ...spec,
  });

const release = (spec: HelmValues): Manifest =>
  object("HelmRelease", {
    interval: "10m",
    serviceAccountName: "flux-deployer",
    chartRef: { kind: "OCIRepository", name: "whitehall" },
    ...spec,
  });

const pod = (serviceAccountName: string): Manifest => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "whitehall", namespace: "apps" },
  spec: { serviceAccountName, containers: [{ name: "app", image: "example/whitehall" }] },
});

/** Evidence for the policy own-deliveries. */
export const OWN_DELIVERIES_CASES: PolicyCases = {
  parameters: {},
  cases: [
    { name: "of a source and to a target that are its own", object: kustomization({}) },
    {
      name: "that says its own namespace",
      object: kustomization({
        targetNamespace: "apps",
        sourceRef: { kind: "GitRepository", name: "whitehall", namespace: "apps" },
        dependsOn: [{ name: "database", namespace: "apps" }],
      }),
    },
    { name: "a pod of an application", object: pod("whitehall") },
    {
      name: "a pod as the account that delivers",
      object: pod("flux-deployer"),
      refusal:
        "spec.serviceAccountName: expected an account of an application, got flux-deployer, which delivers",
    },
    {
      name: "as nobody",
      object: kustomization({ serviceAccountName: "" }),
      refusal: "spec.serviceAccountName: expected a service account of the namespace, got none",
    },
    {
      name: "to another cluster",
      object: kustomization({ kubeConfig: { secretRef: { name: "elsewhere" } } }),
      refusal: "spec.kubeConfig: expected none",
    },
    {
      name: "of another namespace's source",
      object: kustomization({ sourceRef: { kind: "GitRepository", name: "platform", namespace: "permits" } }),
      refusal: "spec.sourceRef.namespace: expected apps, got permits",
    },
    {
      name: "to another namespace",
      object: kustomization({ targetNamespace: "permits" }),
      refusal: "spec.targetNamespace: expected apps, got permits",
    },
    {
      name: "after one of another namespace",
      object: kustomization({ dependsOn: [{ name: "a" }, { name: "database", namespace: "permits" }] }),
      refusal: "spec.dependsOn[1].namespace: expected apps, got permits",
    },
    { name: "of a chart of its own", object: release({}) },
    {
      name: "of a chart that another namespace has",
      object: release({ chartRef: { kind: "HelmChart", name: "whitehall", namespace: "permits" } }),
      refusal: "spec.chartRef.namespace: expected apps, got permits",
    },
    {
      name: "of a chart from another namespace's repository",
      object: release({
        chart: {
          spec: {
            chart: "whitehall",
            sourceRef: { kind: "HelmRepository", name: "charts", namespace: "permits" },
          },
        },
      }),
      refusal: "spec.chart.spec.sourceRef.namespace: expected apps, got permits",
    },
    {
      name: "of a chart, with its record in another namespace",
      object: release({ storageNamespace: "permits" }),
      refusal: "spec.storageNamespace: expected apps, got permits",
    },
    {
      name: "of a chart, as nobody",
      object: release({ serviceAccountName: "" }),
      refusal: "spec.serviceAccountName: expected a service account of the namespace, got none",
    },
    {
      name: "of a repository with credentials of its own",
      object: object("GitRepository", {
        interval: "5m",
        url: "https://github.com/example/whitehall",
        provider: "github",
        secretRef: { name: "github-app" },
      }),
    },
    {
      name: "of a bucket that the controller signs in to",
      object: object("Bucket", {
        interval: "5m",
        bucketName: "a",
        endpoint: "s3.amazonaws.com",
        provider: "aws",
      }),
      refusal: "spec.provider: expected generic or github, got aws",
    },
  ],
};
