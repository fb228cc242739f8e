import { z } from "zod";
import { exactObject, listOf, namedValues } from "../checking/exact-object";
import type { FleetConfig } from "../fleet/schema";
import type { AccessFile } from "./access-file";
import type { AccessLevelMembers, AccessMembers } from "./access-file-schema";

const texts = listOf(z.string());

const ACCESS_TEMPLATE = exactObject({
  /** Level that its members have, one of `organisation.accessLevels`. */
  level: z.string(),

  /** Members, as access files name them; one at least. */
  users: texts.default([]),
  roles: texts.default([]),
  patterns: texts.default([]),
  groups: texts.default([]),

  /**
   * Organisations whose workload clusters it is for.
   *
   * @default - every cluster, whomever it is for
   */
  organisations: texts.optional(),

  /**
   * Environments whose clusters it is for.
   *
   * @default - every environment
   */
  environments: texts.optional(),
});

/** Access that several clusters give alike, by name. */
export const ACCESS_TEMPLATES = namedValues(ACCESS_TEMPLATE);

/** Access that several clusters give alike. */
export type AccessTemplate = z.output<typeof ACCESS_TEMPLATE>;

/** Place of a cluster, by which templates choose it. */
export interface TemplatePlace {
  readonly environment: string;

  /** Part that the cluster plays in a fleet; none for one that stands alone. */
  readonly fleet?: FleetConfig | undefined;
}

/** True for a cluster that a template is for. */
export function isFor(
  { organisations, environments }: Pick<AccessTemplate, "organisations" | "environments">,
  { environment, fleet }: TemplatePlace,
): boolean {
  const organisation = fleet?.role === "workload" ? fleet.organisation : undefined;
  return (
    (organisations === undefined || (organisation !== undefined && organisations.includes(organisation))) &&
    (environments === undefined || environments.includes(environment))
  );
}

/** Access file of a cluster with the members of the templates that are for it. */
export const withTemplates = (
  file: AccessFile,
  templates: Readonly<Record<string, AccessTemplate>>,
  place: TemplatePlace,
): AccessFile => ({
  ...file,
  members: Object.values(templates)
    .filter((template) => isFor(template, place))
    .reduce(withMembers, file.members),
});

const KINDS = ["users", "roles", "patterns", "groups"] as const;

function withMembers(members: AccessLevelMembers, template: AccessTemplate): AccessLevelMembers {
  const before: Partial<AccessMembers> = members[template.level] ?? {};
  const joined = KINDS.map((kind) => [kind, [...(before[kind] ?? []), ...template[kind]]]);
  return { ...members, [template.level]: Object.fromEntries(joined) as AccessMembers };
}
