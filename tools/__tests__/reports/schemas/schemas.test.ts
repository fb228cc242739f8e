import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { production } from "../../../../src/platform/environments/production";
import { organisation } from "../../../../src/platform/organisation";
import { tenantsSettings } from "../../../../src/platform/tenants";
import { schemas } from "../../../reports/schemas/schemas";

const FILES = ["src/platform", "examples"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.ya?ml$/.test(name))
    // Files of Helm charts and of kustomize, whose form is Helm's and Kubernetes's.
    .filter((name) => !/^(?:charts-repository|gitops)\//.test(name))
    .map((name) => join(folder, name)),
);

const schemaOf = (file: string) => {
  const [, path] = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(file, "utf8")) ?? [];
  return join(dirname(file), path ?? "no schema");
};

const SCHEMAS = schemas();

describe.each([...SCHEMAS])("%s", (file, text) => {
  it("is as the source has it", () => {
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(text));
  });
});

const compiled = new Map<string, ValidateFunction>();

/** Validator of a schema, compiled once: the large ones take a second. */
function validatorOf(file: string): ValidateFunction {
  const validator =
    compiled.get(file) ??
    new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(SCHEMAS.get(file)!) as object);
  compiled.set(file, validator);
  return validator;
}

const accepts = (section: string, value: unknown): boolean =>
  validatorOf(`docs/schemas/${section}.json`)(value) as boolean;

describe("the schema of access", () => {
  it("refuses a level, a list and a member that do not exist", () => {
    expect(accepts("access", { developer: { users: ["jane.doe"] } })).toBe(true);
    expect(accepts("access", { developr: {} })).toBe(false);
    expect(accepts("access", { developer: { user: [] } })).toBe(false);
    expect(accepts("access", { developer: { users: [12] } })).toBe(false);
  });
});

describe("the schema of an environment and its clusters", () => {
  const clusters = Object.values(production.clusters);

  it("takes production, as JSON", () => {
    expect(accepts("environment", asJson(production))).toBe(true);
    expect(clusters.map((cluster) => accepts("cluster", asJson(cluster)))).toEqual([true]);
  });

  it("refuses a setting that does not exist, and one of another type", () => {
    expect(accepts("environment", { ...(asJson(production) as object), nmae: "x" })).toBe(false);
    expect(accepts("cluster", { ...(asJson(clusters[0]) as object), version: 1.33 })).toBe(false);
  });
});

describe("the schemas of the organisation and its tenants", () => {
  it("take those of the platform, and refuse a setting that does not exist", () => {
    expect(accepts("organisation", asJson(organisation))).toBe(true);
    expect(accepts("tenants", asJson(tenantsSettings))).toBe(true);
    expect(accepts("organisation", { ...(asJson(organisation) as object), colour: "red" })).toBe(false);
    expect(accepts("tenants", { ...(asJson(tenantsSettings) as object), groups: [] })).toBe(false);
  });
});

/** Value as a file would have it. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(FILES)("%s", (file) => {
  it("names a schema that it keeps", () => {
    expect(validatorOf(schemaOf(file))(parse(readFileSync(file, "utf8")))).toBe(true);
  });
});

it("finds the files of every environment", () => {
  expect(FILES).toContain("src/platform/access/production.yaml");
});
