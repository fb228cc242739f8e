import { EksPodIdentityAssociation } from "@cdktf/provider-aws/lib/eks-pod-identity-association";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { Release } from "@cdktf/provider-helm/lib/release";
import { describe, expect, it } from "vitest";
import { DEPLOYER } from "../../src/addons/flux2/rights";
import { assumerName } from "../../src/names/reader-names";
import type { Environment } from "../../src/settings/environment/environment";
import { applicationNamespaces } from "../../src/settings/namespaces/namespaces";
import { everyEnvironmentStack } from "../support/every-platform";
import { type Block, type Terraform, valuesOf } from "../support/terraform";

/** Releases that give applications credentials of their own, by why these are in their namespaces. */
const FOR_APPLICATIONS: Readonly<Record<string, string>> = {
  "sentry-dsns": "each application's own key, which may report exceptions and no more",
  "image-pull-secrets": "passwords that read images, which the kubelet looks for beside the pod",
};

/**
 * Credentials that are for applications: roles of pods that read clusters, which read pods and Deployments and no Secret,
 * copies that the settings make for applications, each with the reason, and the account that applies what a namespace's own
 * repository holds, with rights in that namespace alone.
 */
const forApplications = ({ organisation, clusters }: Environment): string[] => [
  ...Object.keys(organisation.clusterReaders).map((name) => `IamRole ${assumerName(name)}`),
  ...applicationNamespaces(organisation).map((namespace) => `ServiceAccount ${namespace}/${DEPLOYER}`),
  ...clusters.flatMap(({ addons: { externalSecrets } }) =>
    externalSecrets === false
      ? []
      : externalSecrets.forApplications.map(({ namespace, name }) => `ExternalSecret ${namespace}/${name}`),
  ),
];

const CREDENTIALS = ["ExternalSecret", "Secret", "ServiceAccount"];

/** Credentials that a stack puts into the namespaces, as `<kind> <namespace>/<name>`. */
const credentialsIn = (terraform: Terraform, namespaces: readonly string[]): string[] => [
  ...terraform
    .all(Release)
    .filter(({ name, repository }) => repository === undefined && !((name as string) in FOR_APPLICATIONS))
    .flatMap((release) =>
      (valuesOf(release).objects as Block[]).map(({ kind, metadata }) => ({
        kind: kind as string,
        name: metadata.name as string,
        namespace: (metadata.namespace ?? release.namespace) as string,
      })),
    )
    .filter(({ kind, namespace }) => CREDENTIALS.includes(kind) && namespaces.includes(namespace))
    .map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`),
  ...terraform
    .all(EksPodIdentityAssociation)
    .filter(({ namespace }) => namespaces.includes(namespace as string))
    .map(
      (association) => `EksPodIdentityAssociation ${association.namespace}/${association.service_account}`,
    ),
  ...terraform
    .all(IamRole)
    .filter(({ assume_role_policy: trust }) =>
      namespaces.some((namespace) =>
        JSON.stringify(trust ?? "").includes(`system:serviceaccount:${namespace}:`),
      ),
    )
    .map(({ name }) => `IamRole ${name}`),
  ...terraform
    .all(Release)
    .filter(
      ({ namespace, name }) =>
        namespaces.includes(namespace as string) && !((name as string) in FOR_APPLICATIONS),
    )
    .map(({ namespace, name }) => `Release ${namespace}/${name}`),
];

describe.each(everyEnvironmentStack)("$id", ({ terraform, environment }) => {
  it("puts no credential of the platform where a team may start pods", () => {
    const { organisation } = environment;

    expect(
      credentialsIn(terraform, applicationNamespaces(organisation)).filter(
        (credential) => !forApplications(environment).includes(credential),
      ),
    ).toEqual([]);
  });
});

it("finds the credentials of the delivery, each in the namespace that no team has", () => {
  const found = everyEnvironmentStack.flatMap(({ terraform, environment: { organisation } }) =>
    organisation.deliveryNamespace === undefined
      ? []
      : credentialsIn(terraform, [organisation.deliveryNamespace]),
  );

  expect(found).toEqual(
    expect.arrayContaining([
      "ExternalSecret delivery/charts-repository-token",
      "Secret delivery/image-pushed.service-account-token",
      "ServiceAccount delivery/add-tag-to-image-workflow",
      "ServiceAccount delivery/argo-workflow",
      "IamRole add-tag-to-image-workflow-govuk",
      "Release delivery/delivery-workflows",
    ]),
  );
});
