import { describe, expect, it } from "vitest";
import { declaredNamespaces } from "../../../../checks/charts/rules/namespaces";
import { copiesAreAsAsked, copiesAreTheEnvironments } from "../../../../checks/charts/rules/replicas";
import { everyContainerHasResources, resourcesAreUsed } from "../../../../checks/charts/rules/resources";
import { spreadCountsItsPods } from "../../../../checks/charts/rules/spread";
import { environment, testEnvironment } from "../../../../../__tests__/support/environments";
import { deployment, rendered } from "../../../../../__tests__/support/rendered";

describe("namespaces", () => {
  const problems = (yaml: string) => declaredNamespaces(rendered(yaml), testEnvironment);

  it("are those of the platform, kube-system, or the release's", () => {
    expect(problems("{ apiVersion: v1, kind: Secret, metadata: { name: s } }")).toEqual([]);
    expect(
      problems("{ apiVersion: v1, kind: Secret, metadata: { name: s, namespace: kube-system } }"),
    ).toEqual([]);
    expect(problems("{ apiVersion: v1, kind: Secret, metadata: { name: s, namespace: default } }")).toEqual([
      "Secret s: expected a namespace of the platform or of organisation.namespaces, got default; declare it there, or use another",
    ]);
  });

  it("are EKS's where its Argo CD delivers", () => {
    const secret = rendered("{ apiVersion: v1, kind: Secret, metadata: { name: s, namespace: argocd } }");
    const cluster = { ...testEnvironment.cluster, gitops: "eks-argo-cd" as const };

    expect(declaredNamespaces(secret, { ...testEnvironment, cluster })).toEqual([]);
    expect(declaredNamespaces(secret, testEnvironment)).toHaveLength(1);
  });

  it("of a release are the platform's as well", () => {
    const { release, ...rest } = rendered("");

    expect(
      declaredNamespaces({ ...rest, release: { ...release, namespace: "dex" } }, testEnvironment),
    ).toEqual([
      "the release: expected a namespace of the platform or of organisation.namespaces, got dex; declare it there, or use another",
    ]);
  });

  it("are not made by a chart", () => {
    expect(problems("{ apiVersion: v1, kind: Namespace, metadata: { name: other } }")).toEqual([
      "Namespace other: expected a namespace of the platform or of organisation.namespaces, got other; declare it there, or use another",
    ]);
  });
});

describe("copies", () => {
  it("run in the number that the values ask for", () => {
    const values = { replicaCount: 3, webhook: { replicas: 3 }, off: { enabled: false, replicas: 7 } };

    expect(copiesAreAsAsked(rendered(deployment({ replicas: 3 }), values), testEnvironment)).toEqual([
      "values.replicaCount, values.webhook.replicas: expected 2 workloads of 3 copies, got 1",
    ]);
    expect(
      copiesAreAsAsked(rendered(deployment({ replicas: 3 }), { replicaCount: 3 }), testEnvironment),
    ).toEqual([]);
  });

  it("are one, or as many as the environment has of everything", () => {
    const problems = (replicas: number, own = testEnvironment) =>
      copiesAreTheEnvironments(rendered(deployment({ replicas })), own);
    const overridden = environment({ addons: { dex: { values: { replicaCount: 2 } } } });

    expect(problems(1)).toEqual([]);
    expect(problems(3)).toEqual([]);
    expect(problems(2)).toEqual(["Deployment dex: expected 3 copies as of everything, got 2"]);
    expect(problems(2, overridden)).toEqual([]);
  });
});

describe("resources", () => {
  const resources = { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "128Mi" } };
  const container = `resources: ${JSON.stringify(resources)}`;

  it("are on every container", () => {
    expect(everyContainerHasResources(rendered(deployment({ container })), testEnvironment)).toEqual([]);
    expect(
      everyContainerHasResources(
        rendered(deployment({ container: "resources: { requests: { cpu: 1 } }" })),
        testEnvironment,
      ),
    ).toEqual(["Deployment dex: container dex has no requests.memory, limits.memory"]);
  });

  it("are those of the values, wherever the chart puts them", () => {
    const used = (yaml: string) => resourcesAreUsed(rendered(yaml, { part: { resources } }), testEnvironment);
    const passedOn = 'args: ["--cpu=20m", "--memory=64Mi", "--limit=128Mi"]';

    const inConfigMap = `{ apiVersion: v1, kind: ConfigMap, metadata: { name: c }, data: { config: ${JSON.stringify(`main:\n  ${container}`)} } }`;

    expect(used(deployment({ container }))).toEqual([]);
    expect(used(deployment({ container: passedOn }))).toEqual([]);
    expect(used(inConfigMap)).toEqual([]);
    expect(used(deployment())).toEqual([
      `values.part.resources: no container has ${JSON.stringify(resources)}`,
    ]);
  });

  it("of a volume are none of a container", () => {
    const values = { resources: { requests: { storage: "20Gi" } } };

    expect(resourcesAreUsed(rendered(deployment(), values), testEnvironment)).toEqual([]);
  });
});

describe("spreading pods", () => {
  const problems = (selector: string) =>
    spreadCountsItsPods(
      rendered(deployment({ pod: `topologySpreadConstraints: [{ topologyKey: zone, ${selector} }]` })),
      testEnvironment,
    );

  it("counts the pods themselves", () => {
    expect(problems("labelSelector: { matchLabels: { app: dex } }")).toEqual([]);
    expect(problems("labelSelector: { matchLabels: { app: deks } }")).toEqual([
      'Deployment dex: spread over zone counts pods with {"matchLabels":{"app":"deks"}}, its own have {"app":"dex"}',
    ]);
  });

  it("counts nothing without a selector", () => {
    expect(problems("maxSkew: 1")).toEqual([
      'Deployment dex: spread over zone counts pods with {}, its own have {"app":"dex"}',
    ]);
  });
});
