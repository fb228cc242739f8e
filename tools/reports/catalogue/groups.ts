import type { Platform } from "../../../src/settings/define-platform";
import { type CatalogueEntity, entity, entityName, refTo } from "./entity";

/** Parts of the name of the group that runs the platform: no team has a dot in its name. */
const PLATFORM_TEAM = "platform";

/** Reference to the group that runs the platform, which owns environments and clusters. */
export const platformOwner = ({ organisation }: Pick<Platform, "organisation">): string =>
  refTo("Group", organisation.name, PLATFORM_TEAM);

/** Reference to a team. */
export const ownerOf = (team: string): string => refTo("Group", team);

/** Groups: the one that runs the platform, and every team. */
export function groupsOf({ organisation, tenants }: Platform): CatalogueEntity[] {
  const { products } = tenants;
  const names = Object.keys(products?.settings.teams ?? {});
  return [
    group(entityName(organisation.name, PLATFORM_TEAM), `Runs the platform of ${organisation.displayName}`, {
      displayName: organisation.displayName,
      email: organisation.contact,
    }),
    ...names.sort().map((name) => group(name, `Team of ${organisation.displayName}`, profileOf(name))),
  ];

  /** Address of the team that a product of it names first. */
  function profileOf(team: string) {
    const email = products?.settings.files
      .map(({ product }) => product?.owner)
      .find((owner) => owner?.team === team && owner.email !== undefined)?.email;
    return { displayName: team, ...(email !== undefined && { email }) };
  }
}

const group = (name: string, description: string, profile: object): CatalogueEntity =>
  entity("Group", { name, description }, { type: "team", profile, children: [] });
