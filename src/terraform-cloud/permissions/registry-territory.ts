import type { Ownership } from "./ownership";
import type { Permission } from "../../constructs/iam-policy";
import { FINDINGS_RULE, FINDINGS_TOPIC } from "../../names/registry-names";
import { regional, rolesNamed, secretArns } from "./territory";

/** Resources of an AWS account that belong to the registry's stack. Its roles reach no further. */
export interface RegistryTerritory {
  readonly accountId: string;
  readonly region: string;

  /** Name of the permissions boundary of all roles that Terraform makes. */
  readonly boundary: string;
  readonly owned: Ownership;

  /** Names of repositories, or their beginnings with a `*`. */
  readonly repositories: readonly string[];

  /** Names of the roles by which ECR makes repositories. */
  readonly creators: readonly string[];

  /** Part of the registry that images are pushed to; `false` for a replica, which nothing is pushed to. */
  readonly publishing: Publishing | false;

  /** Name of the secret with the address that receives findings by e-mail. */
  readonly secret: string;

  /** Names of secrets that ECR reads and Terraform only looks up. */
  readonly credentialsSecrets: readonly string[];
}

export interface Publishing {
  /** KMS alias of the key that signs images, without `alias/`. */
  readonly signingKeyAlias: string;

  /** Names of the roles by which repositories on GitHub push and sign images. */
  readonly publishers: readonly string[];

  /** True for a registry that ECR copies images of to others. */
  readonly replicates: boolean;
}

/** Host whose tokens the roles of repositories trust. */
const GITHUB = "token.actions.githubusercontent.com";

/** ARNs of the repositories, our own and those of copies. */
export const repositories = (territory: RegistryTerritory): string[] =>
  territory.repositories.map((name) => regional(territory)("ecr", `repository/${name}`));

/** ARNs of the roles that make repositories, the only ones that Terraform hands to ECR. */
export const creators = (territory: RegistryTerritory): string[] => rolesNamed(territory, territory.creators);

/** Characters of ARNs that leave room for the rest in the 6,144 that IAM allows a policy. */
const ROOM = 5000;

/**
 * Permissions on the roles of repositories on GitHub and of ECR's own, each named. They take as many policies as their
 * names need.
 */
export function onRoles(
  name: string,
  territory: RegistryTerritory,
  permission: (resources: readonly string[]) => Permission,
): Record<string, readonly Permission[]> {
  const { publishing } = territory;
  const arns = rolesNamed(territory, [...territory.creators, ...(publishing ? publishing.publishers : [])]);
  const policies: string[][] = [];
  let left = 0;
  for (const arn of arns) {
    // Quotation marks and a comma.
    left -= arn.length + 3;
    if (left < 0) {
      policies.push([]);
      left = ROOM - arn.length;
    }
    policies.at(-1)!.push(arn);
  }
  return Object.fromEntries(
    policies.map((resources, index) => [
      index === 0 ? name : `${name}-${index + 1}`,
      [permission(resources)],
    ]),
  );
}

/** ARN of the identity provider of GitHub. */
export const identityProvider = ({ accountId }: RegistryTerritory): string =>
  `arn:aws:iam::${accountId}:oidc-provider/${GITHUB}`;

/** ARNs of keys. KMS generates their ids. */
export const keys = (territory: RegistryTerritory): string => regional(territory)("kms", "key/*");

/** ARN of the topic of findings. */
export const topic = (territory: RegistryTerritory): string => regional(territory)("sns", FINDINGS_TOPIC);

/** ARN of the rule that fills the topic. */
export const eventRule = (territory: RegistryTerritory): string =>
  regional(territory)("events", `rule/${FINDINGS_RULE}`);

/** ARNs of secrets of these names. */
export const secrets = (territory: RegistryTerritory, names: readonly string[]): string[] =>
  secretArns(territory, names);
