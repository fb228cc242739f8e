import { ownValue } from "../checking/own-value";
import { filesByTeam } from "./applications";
import type { ProductFile } from "./product-file";
import type { KindConfig, ProductsSettings } from "./products";

/** Team that Argo CD lets deploy applications to namespaces of the platform. */
export interface ApplicationTeam {
  /** Name, which is also that of its Argo CD project and of its Sentry team. */
  readonly name: string;

  /** Group at sign-in whose members get the team's permissions. Several teams may share one. */
  readonly group: string;

  /** Slack channel of its products with applications; without one, Sentry e-mails its members. */
  readonly slackChannel?: string | undefined;

  /** Time of the message in its channel that lists its open pull requests, in cron's form. */
  readonly digest?: string | undefined;

  /** Namespaces that it owns, and those that their owners share with it. */
  readonly namespaces: readonly string[];

  /** Kinds that it may create in addition to those of every team. */
  readonly kinds: readonly KindConfig[];
}

/** Namespace of the platform that a product owns, at its place in a file. */
export interface OwnedNamespace {
  readonly file: ProductFile;
  readonly name: string;
  readonly owner: string;
  readonly sharedWith: readonly string[];
}

/** Namespaces of the platform that products own. */
export const ownedNamespacesIn = (settings: Pick<ProductsSettings, "teams" | "files">): OwnedNamespace[] =>
  filesByTeam(settings).flatMap((file) =>
    Object.entries(file.product?.namespaces ?? {}).map(([name, { sharedWith = [] }]) => ({
      file,
      name,
      owner: file.product!.owner.team,
      sharedWith,
    })),
  );

/** Namespaces by the team whose applications may run there, owners before those that they share with. */
export function namespacesByTeam(owned: readonly OwnedNamespace[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const { name, owner, sharedWith } of owned) {
    for (const team of [owner, ...sharedWith]) {
      found.set(team, (found.get(team) ?? new Set()).add(name));
    }
  }
  return new Map([...found].map(([team, names]) => [team, [...names]]));
}

/** Teams that may deploy to namespaces of the platform. Teams that are not there are left out: a rule refuses them. */
export const applicationTeamsIn = (settings: Pick<ProductsSettings, "teams" | "files">): ApplicationTeam[] =>
  [...namespacesByTeam(ownedNamespacesIn(settings))].flatMap(([name, namespaces]) => {
    const team = ownValue(settings.teams, name);
    const owners = ownersOf(name, settings);
    return team === undefined
      ? []
      : [
          {
            name,
            group: team.group,
            slackChannel: owners.find(({ channel }) => channel !== undefined)?.channel,
            digest: owners.find(({ digest }) => digest !== undefined)?.digest,
            namespaces,
            kinds: team.kinds ?? [],
          },
        ];
  });

/** True for a file about applications, or about the namespaces that they run in. */
export const isAboutApplications = ({ product }: ProductFile): boolean =>
  product?.applications !== undefined || product?.namespaces !== undefined;

/** Owners of a team's files about applications. A rule has them agree. */
const ownersOf = (team: string, settings: Pick<ProductsSettings, "teams" | "files">) =>
  filesByTeam(settings)
    .filter(isAboutApplications)
    .flatMap(({ product }) => (product?.owner.team === team ? [product.owner] : []));
