import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { apiVersionsOf, customKindsIn } from "../../../checks/charts/custom-kinds";
import { schemaFolder } from "../../../checks/charts/kubernetes-schemas";
import { objectsIn } from "../../../checks/charts/objects";
import { schemaCheck } from "../../../checks/charts/schema-check";

const folder = mkdtempSync(join(tmpdir(), "schemas-"));
afterAll(() => rmSync(folder, { recursive: true }));

const definitions = {
  $id: "https://kubernetes.io/api/_definitions.json",
  $defs: {
    Spec: { type: "object", properties: { replicas: { type: "integer" } }, additionalProperties: false },
  },
};
writeFileSync(join(folder, "_definitions.json"), JSON.stringify(definitions));
writeFileSync(
  join(folder, "deployment-apps-v1.json"),
  JSON.stringify({
    $id: "https://kubernetes.io/api/deployment/apps/v1",
    properties: { spec: { $ref: "/api/_definitions.json#/$defs/Spec" } },
  }),
);

const CRD = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: stores.example.io }
spec:
  group: example.io
  names: { kind: Store }
  versions:
    - { name: v1alpha1, served: false }
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              required: [region]
              properties:
                region: { type: string, nullable: true }
                mode: { type: string, pattern: "^(?i)(on|off)$" }
                port: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }
                extra: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: {} }
`;
const TEMPLATE = `
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: labels }
spec:
  crd:
    spec:
      names: { kind: Labels }
      validation:
        openAPIV3Schema: { type: object, properties: { labels: { type: array, items: { type: string } } } }
`;
const kinds = customKindsIn(objectsIn(`${CRD}---${TEMPLATE}`));

const problems = (yaml: string, check = schemaCheck(folder)) =>
  objectsIn(yaml).flatMap((object) => check(object, kinds));

const store = (spec: string) =>
  `{ apiVersion: example.io/v1, kind: Store, metadata: { name: s }, spec: { ${spec} } }`;

describe("schemaCheck", () => {
  it("accepts what fits the version's schema, and says what does not", () => {
    const deployment = (spec: string) =>
      `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d }, spec: ${spec} }`;

    expect(problems(deployment("{ replicas: 3 }"))).toEqual([]);
    expect(problems(deployment('{ replicas: "3", replica: 3 }'))).toEqual([
      "Deployment d: spec must NOT have additional properties (replica)",
      "Deployment d: spec.replicas must be integer",
    ]);
  });

  it("refuses a kind that this version does not have", () => {
    expect(
      problems("{ apiVersion: policy/v1beta1, kind: PodSecurityPolicy, metadata: { name: p } }"),
    ).toEqual(["policy/v1beta1 PodSecurityPolicy: the cluster has no such kind when this is installed"]);
  });

  it("checks a custom resource against its CRD", () => {
    expect(problems(store("region: null, mode: 'ON', port: 80, extra: { any: thing }"))).toEqual([]);
    expect(problems(store("regoin: x, mode: maybe"))).toEqual([
      "Store s: spec must have required property 'region'",
      "Store s: spec must NOT have additional properties (regoin)",
      'Store s: spec.mode must match pattern "^(?i)(on|off)$"',
    ]);
  });

  it("checks labels of a custom resource, which are text", () => {
    const object = "{ apiVersion: example.io/v1, kind: Store, metadata: { name: s, labels: { a: 1 } } }";

    expect(problems(object)).toEqual(["Store s: metadata.labels.a must be string"]);
  });

  it("checks a constraint against the template that it is of", () => {
    const constraint = (parameters: string) =>
      `{ apiVersion: constraints.gatekeeper.sh/v1beta1, kind: Labels, metadata: { name: c }, spec: { match: { any: x }, parameters: ${parameters} } }`;

    expect(problems(constraint("{ labels: [a] }"))).toEqual([]);
    expect(problems(constraint("{ labels: a }"))).toEqual(["Labels c: spec.parameters.labels must be array"]);
  });

  it("passes Kubernetes' own kinds where it has no schemas, but no custom ones", () => {
    const check = schemaCheck(undefined);

    expect(
      problems("{ apiVersion: apps/v1, kind: Deployment, metadata: { name: d }, spec: 1 }", check),
    ).toEqual([]);
    expect(problems("{ apiVersion: other.io/v1, kind: Thing, metadata: { name: t } }", check)).toEqual([
      "other.io/v1 Thing: the cluster has no such kind when this is installed",
    ]);
  });
});

describe("the versions of custom kinds", () => {
  it("are those that are served, as charts ask for them", () => {
    expect(apiVersionsOf(kinds)).toEqual([
      "constraints.gatekeeper.sh/v1beta1",
      "constraints.gatekeeper.sh/v1beta1/Labels",
      "example.io/v1",
      "example.io/v1/Store",
    ]);
  });
});

describe("schemaFolder", () => {
  const versions = mkdtempSync(join(tmpdir(), "versions-"));
  afterAll(() => rmSync(versions, { recursive: true }));
  ["v1.9.0-local-strict", "v1.35.0-local-strict", "v1.35.0-local", "v1.37.0-local-strict"].forEach((name) =>
    writeFileSync(join(versions, name), ""),
  );
  const schemas = { version: "1", folder: versions };

  it("is that of the cluster's version, else of the newest before it", () => {
    expect(schemaFolder(schemas, "1.35")).toEqual({
      folder: join(versions, "v1.35.0-local-strict"),
      kubernetes: "1.35",
    });
    expect(schemaFolder(schemas, "1.36")?.kubernetes).toBe("1.35");
    expect(schemaFolder(schemas, "1.8")).toBeUndefined();
  });
});
