import { describe, expect, it } from "vitest";
import { type Component, merged } from "../../../reports/bom/component";
import { inventoryOf, ORGANISATION_STACKS } from "../../../reports/bom/inventory";
import { isBehind, newestOf, RECORD } from "../../../reports/bom/newest";
import { releasesOf } from "../../../checks/charts/releases";
import { synthesise } from "../../../samples/synthesise";
import { inTemporaryFolder } from "../../../kit/temporary-folder";
import { defineEnvironments } from "../../../../__tests__/support/organisation";
import { clusterLabel } from "../../../../src/settings/environment/stack-names";
import { environmentSettings } from "../../../../src/platform/environments";

const environments = defineEnvironments(environmentSettings);
const clusters = environments.flatMap((environment) => environment.clusters);

const { components, caveats } = await inTemporaryFolder("bom", async (folder) =>
  inventoryOf(clusters, synthesise(environments, folder), (stack) =>
    Promise.resolve(releasesOf(stack).map((release) => ({ release, notRendered: "this is a test" }))),
  ),
);

const named = (kind: string, name: string): Component | undefined =>
  components.find((component) => component.kind === kind && component.name === name);

const onRecord = ({ kind, name }: Component): string => `${kind} ${name}`;

describe("the inventory of all environments", () => {
  it("has every kind of thing, and where it is used in order of promotion", () => {
    const used = { environments: clusters.map(clusterLabel) };

    expect(named("chart", "dex")).toMatchObject({ repository: "https://charts.dexidp.io", ...used });
    expect(named("image", "ghcr.io/dexidp/dex")).toMatchObject(used);
    expect(named("eks-addon", "vpc-cni")).toMatchObject(used);
    expect(named("provider", "hashicorp/aws")).toMatchObject(used);
    expect(named("module", "modules/secure-bucket")).toMatchObject({ own: true, ...used });
  });

  it("has what the stacks of all environments together need", () => {
    expect(named("provider", "hashicorp/tfe")).toMatchObject({ environments: [ORGANISATION_STACKS] });
  });

  it("says of every chart that was not rendered that images may be missing", () => {
    expect(caveats).toContain(
      `dex ${named("chart", "dex")!.version}: not rendered, so only the images that our own values name are listed (this is a test)`,
    );
  });
});

describe("the record of newest versions", () => {
  it("has whatever is in use, or says that it was looked for in vain", () => {
    const unknown = components
      .filter((component) => !component.own && newestOf(component) === undefined)
      .map(onRecord)
      .filter((name) => !RECORD.notOnRecord.includes(name));

    expect([...new Set(unknown)]).toEqual([]);
  });

  it("does not say of anything both that it is known and that it is not", () => {
    const known = Object.entries(RECORD.versions).flatMap(([kind, versions]) =>
      Object.keys(versions).map((name) => `${kind} ${name}`),
    );

    expect(RECORD.notOnRecord.filter((name) => known.includes(name))).toEqual([]);
  });

  it("says of every version when it was seen and where", () => {
    const seen = Object.values(RECORD.versions).flatMap((versions) => Object.values(versions));

    expect(
      seen.filter(({ seen: day, source }) => !/^\d{4}-\d\d-\d\d$/.test(day) || !URL.canParse(source)),
    ).toEqual([]);
  });

  it.each([
    ["0.23.9", true],
    ["0.24.1", false],
    ["0.25.0", false],
    ["v0.24.0-alpine", true],
  ])("knows by numbers whether %s is behind dex's %s", (version, behind) => {
    const dex = { kind: "chart", name: "dex", version, own: false, environments: [] } as const;

    expect(newestOf(dex)?.version).toBe("0.24.1");
    expect(isBehind(dex)).toBe(behind);
  });
});

describe("the same thing in two environments", () => {
  const of = (version: string, environment: string): Component => ({
    kind: "chart",
    name: "dex",
    version,
    own: false,
    environments: [environment],
  });

  it("is listed once where versions agree, and twice where they do not", () => {
    expect(merged([of("1", "a"), of("1", "b"), of("2", "c")])).toEqual([
      { ...of("1", "a"), environments: ["a", "b"] },
      of("2", "c"),
    ]);
  });
});
