import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { schemas } from "../../../reports/schemas/schemas";

const FILES = readdirSync("src/platform", { recursive: true, encoding: "utf8" })
  .filter((name) => /\.ya?ml$/.test(name))
  .map((name) => join("src/platform", name));

const schemaOf = (file: string) => {
  const [, path] = /^# yaml-language-server: \$schema=(.+)$/m.exec(readFileSync(file, "utf8")) ?? [];
  return join(dirname(file), path ?? "no schema");
};

describe.each([...schemas()])("%s", (file, text) => {
  it("is as the source has it", () => {
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(JSON.parse(text));
  });

  it("refuses a level, a list and a member that do not exist", () => {
    const accepts = new Ajv({ strict: false }).compile(JSON.parse(text) as object);

    expect(accepts({ developer: { users: ["jane.doe"] } })).toBe(true);
    expect(accepts({ developr: {} })).toBe(false);
    expect(accepts({ developer: { user: [] } })).toBe(false);
    expect(accepts({ developer: { users: [12] } })).toBe(false);
  });
});

describe.each(FILES)("%s", (file) => {
  it("names a schema that it keeps", () => {
    const text = schemas().get(schemaOf(file));
    const ajv = new Ajv({ strict: false });

    expect(ajv.validate(JSON.parse(text!) as object, parse(readFileSync(file, "utf8")))).toBe(true);
  });
});

it("finds the files of every environment", () => {
  expect(FILES).toContain("src/platform/access/production.yaml");
});
