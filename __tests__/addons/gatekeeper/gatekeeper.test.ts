import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { Gatekeeper, type GatekeeperProps } from "../../../src/addons/gatekeeper/gatekeeper";
import { POLICIES } from "../../../src/addons/gatekeeper/policies";
import type { Policy } from "../../../src/addons/gatekeeper/policies/policy";
import { Terraform, valuesOf, type Block } from "../../support/terraform";

const build = (props: Partial<GatekeeperProps> = {}) =>
  Terraform.of(
    (scope) =>
      new Gatekeeper(scope, "gatekeeper", {
        namespace: "gatekeeper-system",
        replicas: 3,
        webhookMemory: { requestMib: 100, limitMib: 200 },
        auditMemory: { requestMib: 300, limitMib: 400 },
        constraints: [
          {
            policy: "allowed-images",
            action: "deny",
            namespaces: ["apps"],
            parameters: { prefixes: ["registry.example/"] },
            exceptions: [{ namespace: "apps", name: "legacy" }],
          },
        ],
        ...props,
      }),
  ).named(Release);

const valuesWith = (props: Partial<GatekeeperProps> = {}) => valuesOf(build(props).gatekeeper_release!);

const objectsIn = (release: string) => valuesOf(build()[release]!).objects as Block[];

describe("Gatekeeper", () => {
  it("comes before its templates, and they before the constraints", () => {
    expect(build()["gatekeeper_templates"]?.depends_on).toEqual(["helm_release.gatekeeper_release"]);
    expect(build()["gatekeeper_constraints"]?.depends_on).toEqual(["helm_release.gatekeeper_templates"]);
  });

  it("leaves templates in the cluster when they go, so that a constraint can go after its kind", () => {
    const templates = objectsIn("gatekeeper_templates").filter(({ kind }) => kind === "ConstraintTemplate");

    const everywhere = Object.values<Policy>(POLICIES).filter(({ byItsConstraint }) => !byItsConstraint);

    expect(templates).toHaveLength(everywhere.length);
    for (const { metadata } of templates) {
      expect(metadata.annotations).toEqual({ "helm.sh/resource-policy": "keep" });
    }
  });

  it("has the template of a policy whose kinds few clusters have only where a constraint is of it", () => {
    const names = (props: Partial<GatekeeperProps>) =>
      (valuesOf(build(props).gatekeeper_templates!).objects as Block[])
        .filter(({ kind }) => kind === "ConstraintTemplate")
        .map(({ metadata }) => metadata.name);

    expect(names({})).not.toContain("owndeliveries");
    expect(names({ constraints: [{ policy: "own-deliveries", action: "deny", exceptions: [] }] })).toContain(
      "owndeliveries",
    );
  });

  it("lets no constraint come before Gatekeeper has made a kind of every template", () => {
    const templates = objectsIn("gatekeeper_templates").filter(({ kind }) => kind === "ConstraintTemplate");
    const job = objectsIn("gatekeeper_templates").find(({ kind }) => kind === "Job");

    expect(job?.metadata.annotations["helm.sh/hook"]).toBe("post-install,post-upgrade");
    expect(job?.spec.template.spec.containers[0].args).toEqual([
      "wait",
      "--for=jsonpath={.status.created}=true",
      "--timeout=60s",
      ...templates.map(({ metadata }) => `constrainttemplate/${metadata.name}`),
    ]);
  });

  it("gives the Job time to start and to wait before Helm gives up", () => {
    expect(build()["gatekeeper_templates"]?.timeout).toBe(90);
  });

  it("lets the Job that waits look at templates, and at nothing else", () => {
    const objects = objectsIn("gatekeeper_templates");
    const role = objects.find(({ kind }) => kind === "ClusterRole") as Block;
    const binding = objects.find(({ kind }) => kind === "ClusterRoleBinding") as Block;
    const job = objects.find(({ kind }) => kind === "Job") as Block;

    expect(role.rules).toEqual([
      {
        apiGroups: ["templates.gatekeeper.sh"],
        resources: ["constrainttemplates"],
        verbs: ["get", "list", "watch"],
      },
    ]);
    expect(binding.roleRef.name).toBe(role.metadata.name);
    expect(binding.subjects).toEqual([
      {
        kind: "ServiceAccount",
        name: job.spec.template.spec.serviceAccountName,
        namespace: "gatekeeper-system",
      },
    ]);
  });

  it("judges objects without changing them, and leaves quotas and labels of its namespace alone", () => {
    expect(valuesWith()).toMatchObject({
      disableMutation: true,
      resourceQuota: false,
      postInstall: { labelNamespace: { enabled: false }, probeWebhook: { enabled: false } },
    });
  });

  it("blocks no change of a namespace while its one replica is away, and every one while all of several are", () => {
    const KEY = "validatingWebhookCheckIgnoreFailurePolicy";

    expect(valuesWith({ replicas: 1 })).toMatchObject({ [KEY]: "Ignore" });
    // The chart's own answer is Fail.
    expect(valuesWith({ replicas: 2 })).not.toHaveProperty(KEY);
  });

  it("does of a policy what it is told, where it is told and but for whom it is told", () => {
    expect(objectsIn("gatekeeper_constraints")).toEqual([
      {
        apiVersion: "constraints.gatekeeper.sh/v1beta1",
        kind: "AllowedImages",
        metadata: { name: "allowed-images" },
        spec: {
          enforcementAction: "deny",
          match: { kinds: [{ apiGroups: [""], kinds: ["Pod"] }], namespaces: ["apps"] },
          parameters: {
            prefixes: ["registry.example/"],
            exceptions: [{ namespace: "apps", name: "legacy" }],
          },
        },
      },
    ]);
  });

  it("judges nothing of EKS and Kubernetes, and remembers every Ingress to compare others with", () => {
    const config = objectsIn("gatekeeper_templates").find(({ kind }) => kind === "Config");

    // Gatekeeper reads none of another name or place.
    expect(config?.metadata).toEqual({ name: "config", namespace: "gatekeeper-system" });
    expect(config?.spec).toEqual({
      match: [
        {
          excludedNamespaces: [
            "amazon-network-flow-monitor",
            "kube-node-lease",
            "kube-public",
            "kube-system",
          ],
          processes: ["*"],
        },
      ],
      sync: { syncOnly: [{ group: "networking.k8s.io", version: "v1", kind: "Ingress" }] },
    });
  });

  it("has the memory that it is given", () => {
    const { controllerManager, audit } = valuesWith();

    expect(controllerManager.resources).toMatchObject({
      requests: { memory: "100Mi" },
      limits: { memory: "200Mi" },
    });
    expect(audit.resources).toMatchObject({ requests: { memory: "300Mi" }, limits: { memory: "400Mi" } });
  });

  it.each([
    [1, 0],
    [3, 2],
  ])("with %i copies keeps %i of them while nodes are drained", (replicas, minAvailable) => {
    expect(valuesWith({ replicas })).toMatchObject({
      replicas,
      pdb: { controllerManager: { minAvailable } },
    });
  });

  it("is scraped by Prometheus", () => {
    expect(objectsIn("gatekeeper_templates").find(({ kind }) => kind === "PodMonitor")?.spec).toEqual({
      selector: { matchLabels: { "gatekeeper.sh/system": "yes" } },
      podMetricsEndpoints: [{ port: "metrics" }],
    });
  });

  it("comes from a mirror where there is one", () => {
    const { image } = valuesWith({ registries: { "docker.io": "mirror.example" } });

    expect(image).toEqual({
      repository: "mirror.example/openpolicyagent/gatekeeper",
      crdRepository: "mirror.example/openpolicyagent/gatekeeper-crds",
    });
  });
});
