import type { Checked } from "../checking/checked";
import { oneOf, problem, show } from "../checking/problem";
import { ownedNamespacesIn } from "./application-teams";
import { applicationsIn } from "./applications";
import { messageOf } from "./finding";
import { type ProductsSettings, type Tenant, tenantsOf } from "./products";
import { problemsOfRoleQuotas } from "./role-quota";
import { RULES } from "./rules";
import { problemsOfProductSignIn } from "./sign-in-rules";
import { problemsOfProjects } from "./project-rules";
import { problemsOfRepositories } from "./team-repositories";
import { problemsOfProductTeams } from "./team-rules";
import type { World } from "./world";

/** Facts about the platform that rules of products need. */
export type Surroundings = Omit<World, "settings" | "tenants" | "byRef" | "applications" | "ownedNamespaces">;

/** Checks every file alone and all of them together. Problems of single files come first: the rest follows from them. */
export function checkProducts(settings: ProductsSettings, around: Surroundings): Checked<readonly Tenant[]> {
  const ofFiles = settings.files.flatMap(({ problems }) => problems);
  const world = worldOf(settings, around);

  return {
    problems: [
      ...ofFiles,
      ...liveClustersExist(world),
      ...problemsOfRoleQuotas(world),
      ...problemsOfProductTeams(world),
      ...problemsOfProjects(world),
      ...problemsOfRepositories(world),
      ...problemsOfProductSignIn(world),
      ...(ofFiles.length > 0
        ? []
        : RULES.flatMap(({ id, check }) => check(world).map((found) => messageOf(id, found)))),
    ],
    value: world.tenants,
  };
}

/** Everything that rules look at. */
export function worldOf(settings: ProductsSettings, around: Surroundings): World {
  const tenants = tenantsOf(settings);
  return {
    ...around,
    settings,
    tenants,
    byRef: new Map(tenants.map((each) => [each.ref, each])),
    applications: applicationsIn(settings, around.gitHub),
    ownedNamespaces: ownedNamespacesIn(settings),
  };
}

const liveClustersExist = ({ settings: { live }, clusters }: World): string[] =>
  live.flatMap((name, index) =>
    clusters.has(name)
      ? []
      : [problem(["products", "live", index], oneOf([...clusters.keys()]), show(name), "write one of them")],
  );
