import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  type KindValidator,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
} from "@backstage/catalog-model";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { platform as cloudPosse } from "../../../../examples/cloud-posse";
import { platform as giantSwarm } from "../../../../examples/giant-swarm";
import { platform as harbourTrust } from "../../../../examples/harbour-trust";
import { platform as riverAuthority } from "../../../../examples/river-authority";
import { platform as own } from "../../../../src/platform";
import { definePlatform } from "../../../../src/settings/define-platform";
import { catalogueOf } from "../../../reports/catalogue/catalogue";
import { entityName } from "../../../reports/catalogue/entity";

/** Backstage's validators of the kinds that a catalogue has. */
const VALIDATORS: Readonly<Record<string, KindValidator>> = {
  Component: componentEntityV1alpha1Validator,
  Domain: domainEntityV1alpha1Validator,
  Group: groupEntityV1alpha1Validator,
  Resource: resourceEntityV1alpha1Validator,
  System: systemEntityV1alpha1Validator,
};

/** Policies by which Backstage itself takes or refuses an entity. */
const POLICY = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const read = (text: string): Entity[] => parseAllDocuments(text).map((each) => each.toJS() as Entity);
const entitiesOf = (settings: Parameters<typeof definePlatform>[0]) =>
  read(catalogueOf(definePlatform(settings)));

const REFERENCES = ["owner", "system", "domain", "dependsOn"] as const;
const referencesIn = ({ spec = {} }: Entity): string[] =>
  REFERENCES.flatMap((key) => (spec[key] as string | string[] | undefined) ?? []);

const platforms = { own, cloudPosse, giantSwarm, harbourTrust, riverAuthority };

describe.each(Object.entries(platforms))("the catalogue of %s", (_, settings) => {
  const entities = entitiesOf(settings);

  it("has entities that Backstage's own model takes", async () => {
    expect(entities.length).toBeGreaterThan(5);
    for (const entity of entities) {
      expect(await VALIDATORS[entity.kind]!.check(entity)).toBe(true);
      await expect(POLICY.enforce(entity)).resolves.toBeDefined();
    }
  });

  it("has each entity once, and every entity that another refers to", () => {
    const names = entities.map((entity) => stringifyEntityRef(entity));
    const references = entities.flatMap(referencesIn).map((ref) => stringifyEntityRef(parseEntityRef(ref)));

    expect(names).toEqual([...new Set(names)]);
    expect(references.filter((ref) => !names.includes(ref))).toEqual([]);
  });
});

describe("the catalogue of a fleet", () => {
  const find = (ref: string) =>
    entitiesOf(giantSwarm).find((each) => stringifyEntityRef(each).endsWith(ref))!;

  it("says where Backstage finds a registered cluster, and on which hub it depends", () => {
    const { metadata, spec } = find("/cluster.southwind");

    expect(metadata.annotations).toMatchObject({
      "kubernetes.io/api-server": expect.stringMatching(/^https:.*eu-west-1/) as string,
      "kubernetes.io/x-k8s-aws-id": "store",
    });
    expect(spec).toMatchObject({ dependsOn: ["resource:default/cluster.hub"] });
  });

  it("puts an environment in the domain of the organisation that its clusters are for", () => {
    expect(find("/environment.southwind").spec!.domain).toBe("domain:default/southwind");
    expect(find("/environment.hub").spec!.domain).toBe("domain:default/windfleet");
  });
});

describe("the catalogue of products", () => {
  const { spec, metadata } = entitiesOf(riverAuthority).find(
    ({ metadata: { name } }) => name === "river-maps.live",
  )!;

  it("shows the resources of a namespace, and those that others share with it", () => {
    expect(spec!.dependsOn).toEqual([
      "resource:default/cluster.live",
      "resource:default/river-maps.live.queue.redraw",
      "resource:default/flood-warnings.live.topic.levels",
      "resource:default/flood-warnings.live.bucket.archive",
    ]);
  });

  it("names the team, the stage and the namespace", () => {
    expect(spec).toMatchObject({ owner: "group:default/maps", lifecycle: "production" });
    expect(metadata.annotations!["backstage.io/kubernetes-namespace"]).toBe("river-maps-live");
  });
});

it("tells apart names that would be too long for Backstage", () => {
  const long = (end: string) => entityName("a".repeat(40), "b".repeat(20), "queue", end);

  expect(long("one")).not.toBe(long("two"));
  expect(long("one").length).toBeLessThanOrEqual(63);
});
