import type { ProductFile } from "./product-file";
import type { ProductSignIn } from "./sign-in";
import type { ProductConfig, ProductEnvironmentConfig } from "./schema";

/** A kind of namespaced Kubernetes object: `{ group: "argoproj.io", kind: "CronWorkflow" }`. */
export interface KindConfig {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
}

/** Team that may own products. The platform's engineers write these down, not the teams. */
export interface ProductTeamConfig {
  /** Group at sign-in, such as `example:search`. Teams that have access to no product's own namespace may share one. */
  readonly group: string;

  /**
   * Domains under which its products may have hosts, besides the zones of their clusters.
   *
   * @default - none
   */
  readonly domains?: readonly string[];

  /**
   * Repositories whose environments on GitHub Terraform may set up for its products, such as `example/maps`; with a `*` at the end, all
   * that begin so. They count where `gitHubEnvironments` is on.
   *
   * @default - none
   */
  readonly repositories?: readonly string[];

  /**
   * Kinds of objects that its applications may have in addition to those of every team.
   *
   * @default - none
   */
  readonly kinds?: readonly KindConfig[];
}

/** Products of teams, and the facts about them that no team may write itself. */
export interface ProductsSettings {
  /** Teams by name, each of which has a folder of its name. */
  readonly teams: Readonly<Record<string, ProductTeamConfig>>;

  /** Clusters that the public depends on, by the name that their stacks end in. */
  readonly live: readonly string[];

  /**
   * Way in which members of teams reach the Kubernetes API.
   *
   * @default - none: the organisation assigns people to the groups by other means
   */
  readonly signIn?: ProductSignIn;

  /**
   * Has Terraform make the environments on GitHub in which workflows deploy, with their branches and reviewers, in the
   * repositories that each team was given.
   *
   * @default - teams make them
   */
  readonly gitHubEnvironments?: boolean;

  /**
   * IAM roles that AWS lets the account of an environment have, by the environment's name.
   *
   * @default - 1,000 for each, as for a new account
   */
  readonly roleQuotas?: Readonly<Record<string, number>>;

  /**
   * Lets products run images of registries of their own where the organisation's are signed. Only the role that deploys a
   * product pushes there, and no tag moves; nothing signs them.
   *
   * @default - products have no registry where images are signed
   */
  readonly unsignedImages?: { readonly reason: string };

  /** Files, as `readProducts` returns them. */
  readonly files: readonly ProductFile[];
}

/** One namespace of a product, with the facts that its rules and its stack need. */
export interface Tenant {
  /** Product and environment, such as `flood-warnings/live`. */
  readonly ref: string;
  readonly environmentName: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly live: boolean;
  readonly product: ProductConfig;
  readonly settings: ProductEnvironmentConfig;

  /** File that the team wrote. */
  readonly file: ProductFile;
}

/** Products that passed every rule. */
export interface Products {
  readonly settings: ProductsSettings;
  readonly tenants: readonly Tenant[];
}

/** Products of a platform that has none. */
export const NO_PRODUCTS: Products = { settings: { teams: {}, live: [], files: [] }, tenants: [] };

/** Namespaces of all products whose files can be read, in the order of their files. */
export const tenantsOf = ({ files, live }: Pick<ProductsSettings, "files" | "live">): Tenant[] => {
  const lively = new Set(live);
  return files.flatMap((file) =>
    file.product === undefined
      ? []
      : Object.entries(file.product.environments).map(([environmentName, settings]) =>
          tenantOf(file, file.product!, environmentName, settings, lively),
        ),
  );
};

const tenantOf = (
  file: ProductFile,
  product: ProductConfig,
  environmentName: string,
  settings: ProductEnvironmentConfig,
  live: ReadonlySet<string>,
): Tenant => ({
  ref: `${product.product}/${environmentName}`,
  environmentName,
  cluster: settings.cluster,
  namespace: settings.namespace ?? `${product.product}-${environmentName}`,
  live: live.has(settings.cluster),
  product,
  settings,
  file,
});
