import { z } from "zod";
import { accessLevels as giantSwarmLevels } from "../../../examples/giant-swarm/access-levels";
import { accessLevels as cloudPosseLevels } from "../../../examples/cloud-posse/access-levels";
import { accessLevels as harbourTrustLevels } from "../../../examples/harbour-trust/access-levels";
import { accessLevels as riverAuthorityLevels } from "../../../examples/river-authority/access-levels";
import { accessLevels } from "../../../src/platform/access-levels";
import { accessFileWith } from "../../../src/settings/access/access-file-schema";
import { CLUSTER_SETTINGS } from "../../../src/settings/cluster/schema";
import { ENVIRONMENT_SETTINGS } from "../../../src/settings/environment/schema";
import { ORGANISATION_SETTINGS } from "../../../src/settings/organisation/schema";
import { PRODUCT } from "../../../src/settings/products/schema";

interface Section {
  readonly title: string;
  readonly schema: z.ZodType;
}

/** Sections that people write, by the name of their schema's file. YAML files are of the section `access`, whose levels
 * each platform has of its own. */
const SECTIONS: Readonly<Record<string, Section>> = {
  access: { title: "Access to one environment, by level", schema: accessFileWith(Object.keys(accessLevels)) },
  "river-authority/access": {
    title: "Access to one environment of the river authority, by level",
    schema: accessFileWith(Object.keys(riverAuthorityLevels)),
  },
  "harbour-trust/access": {
    title: "Access to one environment of the harbour trust, by level",
    schema: accessFileWith(Object.keys(harbourTrustLevels)),
  },
  "cloud-posse/access": {
    title: "Access to one environment of the freight company, by level",
    schema: accessFileWith(Object.keys(cloudPosseLevels)),
  },
  "giant-swarm/access": {
    title: "Access to one environment of the provider of a fleet, by level",
    schema: accessFileWith(Object.keys(giantSwarmLevels)),
  },
  cluster: { title: "One cluster of an environment", schema: CLUSTER_SETTINGS },
  environment: { title: "One environment", schema: ENVIRONMENT_SETTINGS },
  organisation: { title: "The organisation", schema: ORGANISATION_SETTINGS },
  product: { title: "One product of a team", schema: PRODUCT },
};

/** JSON Schemas of the sections, by path. Editors complete and check YAML files by them. */
export const schemas = (): Map<string, string> =>
  new Map(Object.entries(SECTIONS).map(([name, section]) => [`docs/schemas/${name}.json`, textOf(section)]));

function textOf({ title, schema }: Section): string {
  const json = z.toJSONSchema(schema, { io: "input", target: "draft-7" });
  return `${JSON.stringify({ ...json, title }, undefined, 2)}\n`;
}
