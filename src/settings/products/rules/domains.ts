import { ownValue } from "../../checking/own-value";
import { type Path, show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import { resourcesOf } from "../resources/own-resources";
import type { World } from "../world";
import { at } from "./at";

/** Domain that is nearest above a host, and the teams that were given it. */
interface Nearest {
  readonly domain: string;
  readonly teams: readonly string[];
}

/** Refuses a host or a zone in a domain that another team was given, below one of the team's own or of its cluster. */
export function nearestTeamsOwn(world: World): Finding[] {
  const owners = ownersOf(world);
  return world.tenants.flatMap((tenant) => {
    const { team } = tenant.product.owner;
    return namesOf(tenant, world).flatMap(({ name, path, within }) => {
      const nearest = nearestTo(name.replace(/^\*\./, ""), owners);
      return nearest === undefined || nearest.teams.includes(team) || nearest.domain.length <= within.length
        ? []
        : [
            at(tenant, path, {
              expected: `a name outside ${nearest.domain}, which ${nearest.teams.join(" and ")} has`,
              got: show(name),
              fix: "choose another, or ask the platform's engineers to give your team the domain too",
            }),
          ];
    });
  });
}

/** Teams by the domains that they were given. */
function ownersOf({ settings: { teams } }: World): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const [team, { domains = [] }] of Object.entries(teams)) {
    for (const domain of domains) {
      owners.set(domain, [...(owners.get(domain) ?? []), team]);
    }
  }
  return owners;
}

function nearestTo(host: string, owners: ReadonlyMap<string, readonly string[]>): Nearest | undefined {
  const labels = host.split(".");
  for (let index = 0; index < labels.length; index += 1) {
    const domain = labels.slice(index).join(".");
    const teams = owners.get(domain);
    if (teams !== undefined) {
      return { domain, teams };
    }
  }
  return undefined;
}

/** Name of a tenant, and the longest domain above it that lets the tenant have it. */
interface Name {
  readonly name: string;
  readonly path: Path;
  readonly within: string;
}

/** Hosts and zones of a tenant that no other rule refuses for being outside what is its own. */
const namesOf = (tenant: Tenant, { settings: { teams }, clusters }: World): Name[] => {
  const domains = ownValue(teams, tenant.product.owner.team)?.domains ?? [];
  const zones = clusters.get(tenant.cluster)?.zones;
  const named = (name: string, path: Path, all: readonly string[]): Name[] =>
    all
      .filter((domain) => name === domain || name.endsWith(`.${domain}`))
      .sort((one, other) => other.length - one.length)
      .slice(0, 1)
      .map((within) => ({ name, path, within }));
  return [
    ...(tenant.settings.ingress ?? []).flatMap(({ host, visibility }, index) =>
      named(
        host,
        ["ingress", index, "host"],
        [...(zones === undefined ? [] : [zones[visibility]]), ...(visibility === "public" ? domains : [])],
      ),
    ),
    ...resourcesOf(tenant).flatMap(({ kind, name, settings }) =>
      kind === "zone" ? named(settings.domain, ["resources", "zone", name, "domain"], domains) : [],
    ),
  ];
};
