import type { TerraformStack } from "cdktf";
import { publish } from "../constructs/outputs";
import type { SigningKey } from "../infrastructure/signing-key";
import type { Publishers } from "./ecr/publishers";
import type { Repositories } from "./ecr/repositories";

/** Outputs of the registry's stack. */
export interface Registry {
  readonly cachedRegistries: Readonly<Record<string, string>>;
  readonly repositories: Repositories;
  readonly publishers: Publishers;
  readonly signingKey: SigningKey;
  readonly findingsTopicArn: string;
}

/** Names of the outputs. Workflows of other repositories use them, so a name is never changed, only added. */
const OUTPUTS = {
  repositoryUrls: "repository_urls",
  cachedRegistries: "cached_registries",
  pushRoles: "github_push_role_arns",
  signRoles: "github_sign_role_arns",
  signingKeyArn: "signing_key_arn",
  signingPublicKey: "signing_public_key",
  findingsTopicArn: "findings_topic_arn",
} as const;

/** Publishes the outputs. Clusters need none of them: they know the registry from configuration. */
export function publishRegistry(stack: TerraformStack, registry: Registry): void {
  const { cachedRegistries, repositories, publishers, signingKey, findingsTopicArn } = registry;

  publish(stack, {
    [OUTPUTS.repositoryUrls]: mapOf(repositories, ({ url }) => url),
    [OUTPUTS.cachedRegistries]: cachedRegistries,
    [OUTPUTS.pushRoles]: mapOf(publishers, ({ pushRoleArn }) => pushRoleArn),
    [OUTPUTS.signRoles]: mapOf(publishers, ({ signRoleArn }) => signRoleArn),
    [OUTPUTS.signingKeyArn]: signingKey.arn,
    [OUTPUTS.signingPublicKey]: signingKey.publicKey,
    [OUTPUTS.findingsTopicArn]: findingsTopicArn,
  });
}

const mapOf = <T>(entries: ReadonlyMap<string, T>, value: (entry: T) => string): Record<string, string> =>
  Object.fromEntries([...entries].map(([name, entry]) => [name, value(entry)]));
