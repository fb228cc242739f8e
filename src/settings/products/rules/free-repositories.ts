import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { World } from "../world";
import { at } from "./at";

/**
 * Refuses a repository of the platform, of another team's application or from which another team's product comes: its
 * environments on GitHub are not for the product to set up.
 */
export const repositoriesAreFree = ({ tenants, repositories }: World): Finding[] => {
  const sources = sourcesOf(tenants);
  return tenants.flatMap((tenant) => {
    const repository = tenant.settings.deploy?.repository ?? "";
    const name = repository.toLowerCase();
    const own = tenant.product.owner.team;
    const owner = [repositories.get(name) ?? own, ...(sources.get(name) ?? [])].find((team) => team !== own);
    return owner === undefined
      ? []
      : [
          at(tenant, ["deploy", "repository"], {
            expected: `a repository of ${own}`,
            got: `${show(repository)}, which is of ${owner}`,
            fix: "give the product a repository",
          }),
        ];
  });
};

/** Teams by the repositories that their products come from, but for those that they deploy: another rule is about two that do. */
function sourcesOf(tenants: World["tenants"]): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { product, settings } of tenants) {
    const { source, team } = product.owner;
    const name = source?.toLowerCase();
    if (name !== undefined && settings.deploy?.repository.toLowerCase() !== name) {
      sources.set(name, [...(sources.get(name) ?? []), team]);
    }
  }
  return sources;
}
