import { Kyverno } from "../../addons/kyverno/kyverno";
import { registryOf } from "../../settings/organisation/container-registry";
import { verifiedImages } from "../../settings/namespaces/namespaces";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the policy that verifies our images' signatures. `false` if it is switched off. */
export function installSupplyChain(
  { stack, environment, shared }: Platform,
  { monitors }: Foundation,
): Kyverno | false {
  const { kyverno } = environment.addons;
  const registry = registryOf(environment.organisation);
  if (kyverno === false || registry === false) {
    return false;
  }
  const { accountId, host, region, prefix, signingKeyAlias } = registry;

  return new Kyverno(stack, "kyverno", {
    ...shared,
    values: kyverno.values,
    egress: kyverno.egress,
    enforce: kyverno.unsigned === false,
    images: `${host}/${prefix}`,
    repositories: [`arn:aws:ecr:${region}:${accountId}:repository/${prefix}/*`],
    signingKey: {
      region,
      accountId,
      alias: signingKeyAlias,
      aliasArn: `arn:aws:kms:${region}:${accountId}:alias/${signingKeyAlias}`,
    },
    namespaces: verifiedImages(environment.organisation),
    after: [monitors],
  });
}
