import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { World } from "../world";
import { at } from "./at";

/**
 * Refuses a repository of the platform or of another team's application: its environments on GitHub are not for the
 * product to set up.
 */
export const repositoriesAreFree = ({ tenants, repositories }: World): Finding[] =>
  tenants.flatMap((tenant) => {
    const repository = tenant.settings.deploy?.repository ?? "";
    const owner = repositories.get(repository.toLowerCase());
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
