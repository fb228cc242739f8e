import type { GitOps } from "../addon-definition/definition";
import type { BaseImage } from "../organisation/container-registry-schema";
import type { AlertWay } from "./alert-routes";
import type { OwnedNamespace } from "./application-teams";
import type { WrittenApplication } from "./applications";
import type { ProductsSettings, Tenant } from "./products";

/** Facts about a cluster that rules of products need. */
export interface ClusterFacts {
  /** Zones under which every product of the cluster may have hosts. */
  readonly zones: { readonly public: string; readonly internal: string };

  /** Ways in which its Alertmanager can tell a team. */
  readonly alertWays: readonly AlertWay[];

  /** Hosts of the platform and of the organisation's applications there. */
  readonly hosts: ReadonlySet<string>;

  /** Program that delivers what Git says there; `undefined` for none. */
  readonly gitops: GitOps | undefined;

  /** True if ACK makes AWS resources for namespaces there. */
  readonly hasAck: boolean;

  /** True if it copies secrets from Secrets Manager into namespaces. */
  readonly copiesSecrets: boolean;

  /** True if Sentry collects exceptions in its environment. */
  readonly hasSentry: boolean;

  /** True if it tells teams of their open pull requests. */
  readonly sendsDigests: boolean;

  /** True if OpenSearch may connect to subnets of its account. */
  readonly hasSearch: boolean;
  /** True if images are from the organisation's registry, and signed. */
  readonly verifiesImages: boolean;

  /** Environment that it belongs to. */
  readonly environment: string;

  /** Groups that may sign in through Dex; `undefined` if it tells none apart. */
  readonly dexGroups: readonly string[] | undefined;

  /** True if people of the platform sign in to its API at a provider of OpenID Connect. */
  readonly hasIdentityProvider: boolean;

  /** True if EKS takes access entries for IAM roles. */
  readonly hasAccessEntries: boolean;

  /** True if its network policies may name domains. */
  readonly knowsDomains: boolean;

  /** Backend of its Terraform states. */
  readonly backend: "cloud" | "s3" | "local";
}

/** Everything that rules of products look at. */
export interface World {
  readonly settings: ProductsSettings;
  readonly tenants: readonly Tenant[];
  readonly byRef: ReadonlyMap<string, Tenant>;

  readonly applications: readonly WrittenApplication[];
  readonly ownedNamespaces: readonly OwnedNamespace[];

  /** Clusters by the name that their stacks end in. */
  readonly clusters: ReadonlyMap<string, ClusterFacts>;

  /** Namespaces that are not for tenants. */
  readonly reserved: ReadonlySet<string>;

  /** Namespaces that the platform makes for applications in every cluster. */
  readonly namespaces: readonly string[];

  /** Images that are no team's application. */
  readonly baseImages: readonly BaseImage[];

  /** Organisation on GitHub that has all repositories. */
  readonly gitHub: string;

  /** Owners of repositories, by their names in small letters: the teams of applications, and the platform. */
  readonly repositories: ReadonlyMap<string, string>;
}
