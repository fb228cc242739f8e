import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkStacks } from "../../../checks/charts/check-stacks";
import { IMAGE_HOSTS } from "../../../checks/charts/mirrored-environment";
import type { Render } from "../../../checks/charts/render";
import { schemaCheck } from "../../../checks/charts/schema-check";
import { environment } from "../../../../__tests__/support/environments";

const charts = mkdtempSync(join(tmpdir(), "charts-"));
afterAll(() => rmSync(charts, { recursive: true }));
writeFileSync(
  join(charts, "Chart.yaml"),
  "dependencies: [{ name: sub, condition: subEnabled }, { name: other, condition: other.enabled }]",
);

const CRD = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things }
spec: { group: argoproj.io, names: { kind: Workflow }, versions: [{ name: v1, served: true, schema: {} }] }
`;
const THING = "{ apiVersion: argoproj.io/v1, kind: Workflow, metadata: { name: t } }";

const WRONG = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: wrong }
spec:
  replicas: 4
  template:
    spec:
      containers: [{ name: one, image: "quay.io/one:1" }, { name: two, image: "unheard.of/two:1" }]
      hostNetwork: true
      topologySpreadConstraints: [{ topologyKey: zone }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: bunched }
spec: { replicas: 3, template: { spec: { containers: [] } } }
---
${["one", "two"]
  .map(
    (name) => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: ${name} }
spec: { selector: { matchLabels: { app: wrong } }, endpoints: [{ port: metrics }] }
`,
  )
  .join("")}`;

const CLOSED = `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: closed }
spec: { template: { metadata: { labels: { app: closed } }, spec: { containers: [] } } }
`;

const release = (name: string, more = {}) => ({
  name,
  namespace: "apps",
  chart: name,
  version: "1.0.0",
  ...more,
});
const check = (
  helm_release: object,
  render: Render,
  folders = () => Promise.resolve({ folder: charts } as never),
) => checkResources({ helm_release }, render, folders);

const checkResources = (
  resource: object,
  render: Render,
  folders = () => Promise.resolve({ folder: charts } as never),
  registries: Record<string, string> = {},
) =>
  checkStacks(
    [{ id: "cluster-services-production", folder: charts, json: { resource } as never }],
    environment({ cluster: { version: "1.35" }, addons: { registries } }),
    { folders, render, schemas: schemaCheck(undefined), scratch: charts },
  );

describe("checkStacks", () => {
  const renderThings: Render = ({ name }) => Promise.resolve({ yaml: name === "crds" ? CRD : THING });

  it("finds a custom resource whose kind nothing brings before it", async () => {
    const results = await check({ crds: release("crds"), things: release("things") }, renderThings);

    expect(results.map(({ findings }) => findings)).toEqual([
      [],
      ["argoproj.io/v1 Workflow: the cluster has no such kind when this is installed"],
    ]);
  });

  it("finds no fault with a kind that something may bring which was not rendered", async () => {
    const things = release("things", { depends_on: ["helm_release.crds"] });
    const results = await check({ crds: release("crds"), things }, renderThings, (({
      name,
    }: {
      name: string;
    }) => Promise.resolve(name === "crds" ? { missing: "no such host" } : { folder: charts })) as never);

    expect(results).toMatchObject([{ notRendered: "no such host" }, { release: "things", findings: [] }]);
  });

  it("tells Helm the cluster's version, and the kinds of what is installed before", async () => {
    const told: unknown[] = [];
    const results = await check(
      { a: release("things", { depends_on: ["helm_release.z"] }), z: release("crds") },
      (one, chart, { kubernetes, apiVersions }) => {
        told.push([one.name, kubernetes, apiVersions]);
        return renderThings(one, chart, { kubernetes, apiVersions, folder: "" });
      },
    );

    expect(told).toEqual([
      ["crds", "1.35", []],
      ["things", "1.35", ["argoproj.io/v1", "argoproj.io/v1/Workflow"]],
    ]);
    expect(results.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it("says what Helm says, and why a release was not rendered", async () => {
    const failing = await check({ a: release("a") }, () =>
      Promise.resolve({ yaml: "", problem: "no template" }),
    );
    const missing = await check({ a: release("a") }, renderThings, () =>
      Promise.resolve({ missing: "no such host" } as never),
    );

    expect(failing[0]?.findings).toEqual(["Helm does not render it: no template"]);
    expect(missing[0]).toMatchObject({ notRendered: "no such host", findings: [], objects: 0 });
  });

  it("asks nothing of subcharts that are switched off", async () => {
    const values = [JSON.stringify({ subEnabled: false, sub: { replicas: 4 }, other: { replicas: 5 } })];
    const results = await check({ a: release("a", { values }) }, () => Promise.resolve({ yaml: "" }));

    expect(results[0]?.findings).toEqual(["values.other.replicas: expected 1 workloads of 5 copies, got 0"]);
  });

  it("holds every rule against what was rendered", async () => {
    const values = {
      replicas: 5,
      resources: { limits: { memory: "1Gi" } },
      ...Object.fromEntries(["a", "b", "c"].map((name) => [name, { serviceMonitor: { enabled: true } }])),
    };
    const registries = Object.fromEntries(IMAGE_HOSTS.map((host) => [host, `mirror.example/${host}`]));
    const wrong = release("wrong", { namespace: "nowhere", values: [JSON.stringify(values)] });
    const [result] = await checkResources(
      { helm_release: { wrong } },
      () => Promise.resolve({ yaml: WRONG }),
      undefined,
      registries,
    );

    expect(result?.findings).toEqual([
      expect.stringMatching(/ServiceMonitor: the cluster has no such/),
      expect.stringMatching(/ServiceMonitor: the cluster has no such/),
      expect.stringMatching(/^the release: expected a namespace of /),
      expect.stringMatching(/^values\.replicas: expected 1 workloads of 5 copies, got 0$/),
      expect.stringMatching(/^Deployment wrong: expected \d copies as of everything, got 4$/),
      expect.stringMatching(/^Deployment wrong: container one has no requests\.cpu/),
      expect.stringMatching(/^Deployment wrong: container two has no requests\.cpu/),
      expect.stringMatching(/^values\.resources: no container has/),
      expect.stringMatching(/^Deployment wrong: spread over zone counts pods/),
      expect.stringMatching(/^Deployment bunched: nothing spreads its 3 copies/),
      expect.stringMatching(/^Deployment wrong: container one has no livenessProbe, readinessProbe/),
      expect.stringMatching(/^Deployment wrong: container two has no livenessProbe, readinessProbe/),
      expect.stringMatching(/^Deployment wrong: expected a priorityClassName/),
      expect.stringMatching(/^Deployment bunched: expected a priorityClassName/),
      expect.stringMatching(/^Deployment wrong: container one: expected runAsNonRoot: true/),
      expect.stringMatching(/^Deployment wrong: container two: expected runAsNonRoot: true/),
      expect.stringMatching(/^Deployment wrong: expected no hostNetwork of its node/),
      expect.stringMatching(/^Deployment wrong: expected quay\.io\/one:1 from mirror\.example/),
      expect.stringMatching(/^Deployment wrong: unheard\.of\/two:1 comes from a host/),
      expect.stringMatching(/^values\.a\.serviceMonitor, .*: expected a monitor for each, got 2$/),
      expect.stringMatching(/^ServiceMonitor two: collects what ServiceMonitor one does$/),
      expect.stringMatching(/^ServiceMonitor one: selects no Service/),
      expect.stringMatching(/^ServiceMonitor two: selects no Service/),
    ]);
  });

  it("holds roles against accounts, and policies against pods, over all releases", async () => {
    const subject = { "oidc.example:sub": "system:serviceaccount:apps:nobody" };
    const trust = { Version: "2012-10-17", Statement: [{ Condition: { StringEquals: subject } }] };
    const aws_iam_role = { dex: { name: "dex", assume_role_policy: JSON.stringify(trust) } };
    const results = await checkResources({ aws_iam_role, helm_release: { closed: release("closed") } }, () =>
      Promise.resolve({ yaml: CLOSED }),
    );

    expect(results.slice(1)).toMatchObject([
      { release: "roles", findings: ["role dex trusts apps/nobody, which no release makes"] },
      {
        release: "network policies",
        findings: expect.arrayContaining([
          expect.stringContaining("Deployment closed: expected"),
        ]) as string[],
      },
      {
        release: "service account tokens",
        findings: [expect.stringContaining("Deployment closed: expected")],
      },
    ]);
  });
});
