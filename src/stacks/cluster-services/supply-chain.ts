import { Kyverno } from "../../addons/kyverno/kyverno";
import { ACCOUNTS } from "../../platform/accounts";
import { CONTAINER_REGISTRY, REGISTRY_HOST } from "../../settings/organisation/container-registry";
import { VERIFIED_IMAGES } from "../../settings/namespaces/namespaces";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

const { region, prefix, signingKeyAlias } = CONTAINER_REGISTRY;
const accountId = ACCOUNTS[CONTAINER_REGISTRY.environment];

/** Installs what tells our own images from others, `false` where it is switched off. */
export function installSupplyChain({ stack, environment, shared }: Platform, { monitors }: Foundation) {
  const { kyverno } = environment.addons;

  return (
    kyverno &&
    new Kyverno(stack, "kyverno", {
      ...shared,
      ...kyverno,
      images: `${REGISTRY_HOST}/${prefix}`,
      repositories: [`arn:aws:ecr:${region}:${accountId}:repository/${prefix}/*`],
      signingKey: {
        region,
        accountId,
        alias: signingKeyAlias,
        aliasArn: `arn:aws:kms:${region}:${accountId}:alias/${signingKeyAlias}`,
      },
      namespaces: VERIFIED_IMAGES,
      after: [monitors],
    })
  );
}
