import { expect, it } from "vitest";
import { LONGEST_CLUSTER_NAME } from "../../../src/names/limits";
import { sampleEnvironments } from "../../samples/sample-environments";

const samples = sampleEnvironments().flatMap(({ clusters }) => clusters);
const values = <T>(of: (sample: (typeof samples)[number]) => T): T[] => samples.map(of);

it("take the roads that the real environments do not", () => {
  expect(values(({ backend }) => backend.type)).toEqual(expect.arrayContaining(["s3", "local", "cloud"]));
  expect(values(({ cluster }) => cluster.identity)).toContain("pod-identity");
  expect(values(({ cluster }) => cluster.authenticationMode)).toContain("CONFIG_MAP");
  expect(values(({ network }) => "existing" in network.vpc)).toContain(true);
  expect(values(({ addons }) => addons.dex && addons.dex.signIn)).toContainEqual(
    expect.objectContaining({ password: true }),
  );
  expect(values(({ grafanaDatabase }) => grafanaDatabase)).toContain(false);
  expect(values(({ dns }) => dns.parentZone)).toContain("test.govuk.digital");
});

it("have one in which every add-on is off", () => {
  const bare = samples.filter(({ addons }) =>
    Object.values(addons).every(
      (service) => service !== true && (typeof service !== "object" || !("values" in service)),
    ),
  );

  expect(bare.map(({ name }) => name)).toEqual(["eph-bare"]);
});

it("have one of several clusters, the name of one as long as it may be and ending in that of another", () => {
  const [pair] = sampleEnvironments().filter(({ clusters }) => clusters.length > 1);
  const [main, other] = pair!.clusters.map(({ cluster }) => cluster.name);

  expect(other).toHaveLength(LONGEST_CLUSTER_NAME);
  expect(other!.endsWith(`-${main}`)).toBe(true);
});
