import { Kyverno, type SignaturesProps } from "../../addons/kyverno/kyverno";
import type { PodException } from "../../addons/kyverno/pod-security/exception";
import { isControl } from "../../addons/kyverno/pod-security/policies";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import { registryOf } from "../../settings/organisation/container-registry";
import { verifiedImages } from "../../settings/namespaces/namespaces";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the policies that look at pods as they start: at their images' signatures, and at their privileges. `false` if it is switched off. */
export function installSupplyChain(
  { stack, environment, shared }: Platform,
  { monitors }: Foundation,
): Kyverno | false {
  const { kyverno } = environment.addons;
  return (
    kyverno &&
    new Kyverno(stack, "kyverno", {
      ...shared,
      values: kyverno.values,
      egress: kyverno.egress,
      signatures: signaturesOf(environment, kyverno.unsigned === false),
      podSecurity: kyverno.podSecurity && {
        enforce: kyverno.podSecurity === "enforce",
        exceptions: podExceptions(environment),
      },
      after: [monitors],
    })
  );
}

/** Images of the organisation's registry, and the key that signs them. */
function signaturesOf({ organisation }: ClusterEnvironment, enforce: boolean): SignaturesProps | false {
  const registry = registryOf(organisation);
  if (registry === false) {
    return false;
  }
  const { accountId, host, region, prefix, signingKeyAlias } = registry;
  return {
    enforce,
    images: `${host}/${prefix}`,
    repositories: [`arn:aws:ecr:${region}:${accountId}:repository/${prefix}/*`],
    signingKey: {
      region,
      accountId,
      alias: signingKeyAlias,
      aliasArn: `arn:aws:kms:${region}:${accountId}:alias/${signingKeyAlias}`,
    },
    namespaces: verifiedImages(organisation),
  };
}

/** Exceptions from Kyverno's policies, of the list that both engines share. */
const podExceptions = ({ addons: { gatekeeper } }: ClusterEnvironment): readonly PodException[] =>
  gatekeeper === false
    ? []
    : gatekeeper.exceptions.flatMap(({ policy, ...exception }) =>
        isControl(policy) ? [{ ...exception, policy }] : [],
      );
