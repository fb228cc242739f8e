import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkStack } from "../../../src/commands/charts/check-stack";
import type { Render } from "../../../src/commands/charts/render";
import { schemaCheck } from "../../../src/commands/charts/schema-check";
import { environment } from "../../support/environments";

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
spec: { group: example.io, names: { kind: Thing }, versions: [{ name: v1, served: true, schema: {} }] }
`;
const THING = "{ apiVersion: example.io/v1, kind: Thing, metadata: { name: t } }";

const release = (name: string, more = {}) => ({
  name,
  namespace: "apps",
  chart: name,
  version: "1.0.0",
  ...more,
});
const stackOf = (helm_release: object) => ({
  id: "cluster-services-production",
  folder: charts,
  json: { resource: { helm_release } } as never,
});

const check = (
  helm_release: object,
  render: Render,
  folders = () => Promise.resolve({ folder: charts } as never),
) =>
  checkStack(stackOf(helm_release), environment({ cluster: { version: "1.35" } }), {
    folders,
    render,
    schemas: schemaCheck(undefined),
    scratch: charts,
  });

describe("checkStack", () => {
  const renderThings: Render = ({ name }) => Promise.resolve({ yaml: name === "crds" ? CRD : THING });

  it("finds a custom resource whose kind nothing brings before it", async () => {
    const results = await check({ crds: release("crds"), things: release("things") }, renderThings);

    expect(results.map(({ findings }) => findings)).toEqual([
      [],
      ["example.io/v1 Thing: the cluster has no such kind when this is installed"],
    ]);
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
      ["things", "1.35", ["example.io/v1", "example.io/v1/Thing"]],
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
});
