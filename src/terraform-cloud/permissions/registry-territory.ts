import type { Ownership } from "./ownership";
import { regional, secretArns } from "./territory";

/** Resources of an AWS account that belong to the registry's stack. Its roles reach no further. */
export interface RegistryTerritory {
  readonly accountId: string;
  readonly region: string;

  /** Name of the permissions boundary of all roles that Terraform makes. */
  readonly boundary: string;
  readonly owned: Ownership;

  /** Names of repositories, or their beginnings with a `*`. */
  readonly repositories: readonly string[];

  /** KMS alias of the key that signs images, without `alias/`. */
  readonly signingKeyAlias: string;

  /** Name, or its prefix with a `*`, of the topic of findings and of the rule that fills it. */
  readonly findings: string;

  /** Name of the secret with the address that receives findings by e-mail. */
  readonly secret: string;

  /** Names of secrets that ECR reads and Terraform only looks up. */
  readonly credentialsSecrets: readonly string[];
}

/** Host whose tokens the roles of repositories trust. */
const GITHUB = "token.actions.githubusercontent.com";

/** ARNs of the repositories, our own and those of copies. */
export const repositories = (territory: RegistryTerritory): string[] =>
  territory.repositories.map((name) => regional(territory)("ecr", `repository/${name}`));

/** ARNs of the roles of repositories on GitHub, and of ECR's own. */
export const roles = ({ accountId }: RegistryTerritory): string[] =>
  ["github-*_push", "github-*_sign", "ecr-repository-creation"].map(
    (name) => `arn:aws:iam::${accountId}:role/${name}`,
  );

/** ARN of the identity provider of GitHub. */
export const identityProvider = ({ accountId }: RegistryTerritory): string =>
  `arn:aws:iam::${accountId}:oidc-provider/${GITHUB}`;

/** ARNs of keys. KMS generates their ids. */
export const keys = (territory: RegistryTerritory): string => regional(territory)("kms", "key/*");

/** ARN of the topic of findings. */
export const topic = (territory: RegistryTerritory): string => regional(territory)("sns", territory.findings);

/** ARN of the rule that fills the topic. */
export const eventRule = (territory: RegistryTerritory): string =>
  regional(territory)("events", `rule/${territory.findings}`);

/** ARNs of secrets of these names. */
export const secrets = (territory: RegistryTerritory, names: readonly string[]): string[] =>
  secretArns(territory, names);
