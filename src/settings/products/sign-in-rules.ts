import { ownValue } from "../checking/own-value";
import { oneOf, type Path, problem, show } from "../checking/problem";
import { namespacesByTeam } from "./application-teams";
import type { ProductSignIn } from "./sign-in";
import type { World } from "./world";

const AT = ["products", "signIn"] as const;

/** Problems of the way in which members of teams sign in: to the Kubernetes API, and to the pages of Argo CD. */
export function problemsOfProductSignIn(world: World): string[] {
  const { signIn } = world.settings;
  const ofGroups = [
    ...operatorsOf(world).flatMap((operator) => problemsOfGroup(world, operator)),
    ...(signIn?.by === "dex" ? [...problemsOfDex(world), ...problemsOfOtherProvider(world)] : []),
  ];
  return [...new Set(ofGroups), ...(signIn?.by === "roles" ? problemsOfRoles(world, signIn.roles) : [])];
}

type Member = readonly [cluster: string, team: string];

/** Teams with applications, which reach Argo CD through Dex, once for each cluster where Dex tells groups apart. */
const operatorsOf = ({ ownedNamespaces, clusters }: World): readonly Member[] =>
  [...namespacesByTeam(ownedNamespaces).keys()].flatMap((team) =>
    [...clusters]
      .filter(([, { dexGroups }]) => dexGroups !== undefined)
      .map(([cluster]): Member => [cluster, team]),
  );

/** Teams with access, once for each cluster. */
function membersOf({ tenants }: World): readonly Member[] {
  const seen = new Set<string>();
  return tenants.flatMap(({ cluster, settings: { access } }) =>
    access.flatMap(({ team }) => {
      const key = `${cluster} ${team}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew ? [[cluster, team] as const] : [];
    }),
  );
}

const problemsOfDex = (world: World): string[] =>
  membersOf(world).flatMap((member) =>
    world.clusters.get(member[0])?.dexGroups === undefined
      ? [
          problem(
            AT,
            `Dex with a provider on cluster ${member[0]}`,
            "none",
            'set addons.dex, or write by: "roles"',
          ),
        ]
      : problemsOfGroup(world, member),
  );

/** EKS knows one provider of OpenID Connect for each cluster. */
const problemsOfOtherProvider = (world: World): string[] =>
  membersOf(world)
    .filter(([cluster]) => world.clusters.get(cluster)?.hasIdentityProvider)
    .map(([cluster]) =>
      problem(
        AT,
        `by: "roles", since cluster ${cluster} has an identityProvider of its own`,
        'by: "dex"',
        "change it, or leave identityProvider out there: EKS knows one provider for each cluster",
      ),
    );

/** Dex reports only the configured groups of a person who signs in. */
function problemsOfGroup({ clusters, settings }: World, [cluster, team]: Member): string[] {
  const groups = clusters.get(cluster)?.dexGroups ?? [];
  const group = ownValue(settings.teams, team)?.group;
  return group === undefined || groups.includes(group)
    ? []
    : [
        problem(
          ["products", "teams", team, "group"],
          `a group that Dex on ${cluster} lets in: ${groups.join(", ")}`,
          show(group),
          "write one of them, or add it to teams of the organisation's signIn",
        ),
      ];
}

type Roles = Extract<ProductSignIn, { readonly by: "roles" }>["roles"];

function problemsOfRoles(world: World, roles: Roles): string[] {
  const environments = new Set([...world.clusters.values()].map(({ environment }) => environment));
  return [
    ...Object.entries(roles).flatMap(([environment, ofTeams]) => [
      ...(environments.has(environment) ? [] : [unknown(["roles", environment], [...environments])]),
      ...problemsOfTeams(world, environment, ofTeams),
    ]),
    ...missingRoles(world, roles),
  ];
}

const unknown = (below: Path, known: readonly string[]): string =>
  problem([...AT, ...below], oneOf([...known]), show(below.at(-1)), "write one of them");

function problemsOfTeams({ settings }: World, environment: string, ofTeams: Roles[string]): string[] {
  const first = new Map<string, string>();
  return Object.entries(ofTeams).flatMap(([team, role]) => {
    const other = first.get(role);
    first.set(role, team);
    return [
      ...(ownValue(settings.teams, team) === undefined
        ? [unknown(["roles", environment, team], Object.keys(settings.teams))]
        : []),
      ...(other === undefined
        ? []
        : [
            problem(
              [...AT, "roles", environment, team],
              "a role of its own",
              `that of ${other}`,
              "give each team its own role: EKS gives the groups of one entry to all who assume it",
            ),
          ]),
    ];
  });
}

function missingRoles(world: World, roles: Roles): string[] {
  const missing = membersOf(world).flatMap(([cluster, team]) => {
    const environment = world.clusters.get(cluster)?.environment;
    return environment !== undefined &&
      ownValue(world.settings.teams, team) !== undefined &&
      ownValue(ownValue(roles, environment) ?? {}, team) === undefined
      ? [
          problem(
            [...AT, "roles", environment, team],
            "the name of the team's IAM role",
            "nothing",
            "write it, or take the team out of access",
          ),
        ]
      : [];
  });
  return [...new Set(missing)];
}
