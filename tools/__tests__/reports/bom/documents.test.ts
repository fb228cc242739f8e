import { Spec, Validation } from "@cyclonedx/cyclonedx-library";
import { describe, expect, it } from "vitest";
import type { Component } from "../../../reports/bom/component";
import { asCycloneDx } from "../../../reports/bom/cyclonedx";
import { asMarkdown, asTable } from "../../../reports/bom/rows";

const DIGEST = `sha256:${"0a".repeat(32)}`;
const UNMARKED = { timestamp: undefined, serialNumber: undefined };
const environments = ["integration", "production"];

const dex: Component = {
  kind: "chart",
  name: "dex",
  version: "0.24.0",
  repository: "https://charts.dexidp.io",
  own: false,
  environments,
};
const image: Component = {
  kind: "image",
  name: "quay.io/some_where/thing",
  version: "v1",
  digest: DIGEST,
  own: false,
  environments,
};
const components: Component[] = [
  dex,
  image,
  { kind: "image", name: "docker.io/grafana/grafana", version: undefined, own: false, environments },
  { kind: "eks-addon", name: "vpc-cni", version: "v1.22.2-eksbuild.1", own: false, environments },
  { kind: "provider", name: "hashicorp/aws", version: "6.25.0", own: false, environments },
  { kind: "module", name: "modules/secure-bucket", version: undefined, own: true, environments },
];
const inventory = { components, caveats: ["tempo 2.2.4: not rendered (no Helm)"] };

/** Keeps the schema that it compiles, which takes long. */
const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);

const cycloneDx = (marks = UNMARKED) => JSON.parse(asCycloneDx(inventory, marks));

describe("the bill of materials as CycloneDX", () => {
  it.each([
    ["without marks", UNMARKED],
    [
      "with a time and a number",
      {
        timestamp: new Date("2026-11-21T09:00:00Z"),
        serialNumber: "urn:uuid:0a1b2c3d-4e5f-4789-8a1b-2c3d4e5f6789",
      },
    ],
  ])("is what the official schema of 1.6 allows, %s", async (_, marks) => {
    expect(await validator.validate(asCycloneDx(inventory, marks))).toBeNull();
  });

  it("is refused by that schema once something is wrong, so that the case above can fail", async () => {
    const wrong = asCycloneDx(inventory, UNMARKED).replace('"type": "container"', '"type": "picture"');

    expect(await validator.validate(wrong)).not.toBeNull();
  });

  it("is the same to the byte, in whatever order things were found", () => {
    const reversed = { ...inventory, components: components.toReversed() };

    expect(asCycloneDx(reversed, UNMARKED)).toBe(asCycloneDx(inventory, UNMARKED));
  });

  it("has a time and a number only where they are given", () => {
    expect(cycloneDx().serialNumber).toBeUndefined();
    expect(cycloneDx().metadata.timestamp).toBeUndefined();
  });

  it("names everything as other tools do, but for what is our own", () => {
    const purls = cycloneDx().components.map(({ purl }: { purl?: string }) => purl);

    expect(purls.toSorted()).toEqual(
      [
        "pkg:helm/dex@0.24.0?repository_url=https%3A%2F%2Fcharts.dexidp.io",
        `pkg:docker/some_where/thing@${DIGEST}?repository_url=quay.io&tag=v1`,
        "pkg:docker/grafana/grafana?repository_url=docker.io",
        "pkg:generic/eks-addon/vpc-cni@v1.22.2-eksbuild.1",
        "pkg:terraform/hashicorp/aws@6.25.0",
        undefined,
      ].toSorted(),
    );
  });

  it("has the digest of an image as its hash", () => {
    const { hashes } = cycloneDx().components.find(({ name }: { name: string }) => name === image.name);

    expect(hashes).toEqual([{ alg: "SHA-256", content: "0a".repeat(32) }]);
  });
});

describe("the bill of materials for people", () => {
  it("says in columns what is used, what is newest and where it is used", () => {
    const lines = asTable({ components: [dex], caveats: [] }).split("\n");

    expect(lines[1]).toMatch(
      /^chart +dex +0\.24\.0 +0\.24\.1 \(\d{4}-\d\d-\d\d\) +behind +integration, production$/,
    );
  });

  it("says what is not on record, what is our own and whose tag is the chart's", () => {
    const table = asTable(inventory);

    expect(table).toMatch(/image +quay\.io\/some_where\/thing +v1@sha256:(0a){32} +not on record/);
    expect(table).toMatch(/image +docker\.io\/grafana\/grafana +the chart's/);
    expect(table).toMatch(/module +modules\/secure-bucket +– +in this repository/);
  });

  it("says what could not be rendered", () => {
    expect(asTable(inventory)).toContain("\n\ntempo 2.2.4: not rendered (no Helm)");
    expect(asMarkdown(inventory)).toContain("\n- tempo 2.2.4: not rendered (no Helm)");
  });

  it("is a table in Markdown, in which nothing is read as markup", () => {
    const [head, rule, , row] = asMarkdown(inventory).split("\n");

    expect(head).toBe("| kind | name | version | newest on record |  | environments |");
    expect(rule).toBe("| --- | --- | --- | --- | --- | --- |");
    expect(row).toContain("| quay.io/some\\_where/thing |");
  });
});
