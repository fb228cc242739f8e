import { Kyverno, type SignaturesProps } from "../../addons/kyverno/kyverno";
import type { PodException } from "../../addons/kyverno/pod-security/exception";
import { isControl } from "../../addons/kyverno/pod-security/policies";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import {
  type ContainerRegistry,
  hasReplica,
  nearestRegistry,
  ownImagesFor,
  registryOf,
} from "../../settings/organisation/container-registry";
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
function signaturesOf(environment: ClusterEnvironment, enforce: boolean): SignaturesProps | false {
  const { organisation } = environment;
  const registry = registryOf(organisation);
  const nearest = nearestRegistry(environment);
  if (registry === false || nearest === false) {
    return false;
  }
  const places = hasReplica(environment) ? [registry, nearest] : [registry];
  return {
    enforce,
    images: ownImagesFor(environment),
    repositories: places.map(
      ({ region, accountId }) => `arn:aws:ecr:${region}:${accountId}:repository/${registry.prefix}/*`,
    ),
    signingKey: signingKeyFor(environment, registry),
    namespaces: verifiedImages(organisation),
  };
}

/** A cluster with a replica starts pods without the registry's region, and so without its KMS. */
function signingKeyFor(
  environment: ClusterEnvironment,
  registry: ContainerRegistry,
): SignaturesProps["signingKey"] {
  const { accountId, region, signingKeyAlias: alias, replication } = registry;
  return replication && hasReplica(environment)
    ? { publicKey: replication.publicKey }
    : { region, accountId, alias, aliasArn: `arn:aws:kms:${region}:${accountId}:alias/${alias}` };
}

/** Exceptions from Kyverno's policies, of the list that both engines share. */
const podExceptions = ({ addons: { gatekeeper } }: ClusterEnvironment): readonly PodException[] =>
  gatekeeper === false
    ? []
    : gatekeeper.exceptions.flatMap(({ policy, ...exception }) =>
        isControl(policy) ? [{ ...exception, policy }] : [],
      );
