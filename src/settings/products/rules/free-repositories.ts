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
    const owner = repositories.get(name) ?? sources.get(name);
    return owner === undefined || owner === tenant.product.owner.team
      ? []
      : [
          at(tenant, ["deploy", "repository"], {
            expected: `a repository of ${tenant.product.owner.team}`,
            got: `${show(repository)}, which is of ${owner}`,
            fix: "give the product a repository",
          }),
        ];
  });
};

/** Teams by the repositories that their products come from. Another rule is about those that a product deploys. */
function sourcesOf(tenants: World["tenants"]): ReadonlyMap<string, string> {
  const deployed = new Set(
    tenants.map(({ product: { owner }, settings: { deploy } }) => `${owner.team} ${deploy?.repository}`),
  );
  return new Map(
    tenants
      .map(({ product: { owner } }) => owner)
      .filter(({ team, source }) => !deployed.has(`${team} ${source}`))
      .map(({ team, source }) => [source.toLowerCase(), team]),
  );
}
