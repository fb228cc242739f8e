import type { Construct } from "constructs";
import { ISSUER } from "../../infrastructure/github-identity-provider";
import { GitHubRole } from "../../infrastructure/github-role";
import { deployerRoleName } from "../../names/tenant-names";
import { imagePusherRoleName, tenantRepositoryName } from "../../names/tenant-resource-names";
import type { Tenant } from "../../settings/products/products";
import { resourcesOf } from "../../settings/products/resources/own-resources";
import { pushPermissions } from "../../tenants/image-pusher";

/** Account and region of a cluster. */
export interface AwsPlace {
  readonly accountId: string;
  readonly region: string;
}

/** Names of the repositories of a tenant's images. */
export const repositoryNames = (tenant: Tenant): string[] =>
  resourcesOf(tenant).flatMap(({ kind, inAws }) => (kind === "registry" ? [nameIn(tenant)(inAws)] : []));

/** Function from a name in the file to the name of the repository. */
export const nameIn =
  ({ product: { product }, environmentName }: Tenant) =>
  (name: string): string =>
    tenantRepositoryName(product, environmentName, name);

/** ARNs of these repositories. */
export const repositoryArns = (tenant: Tenant, { accountId, region }: AwsPlace): string[] =>
  repositoryNames(tenant).map((name) => `arn:aws:ecr:${region}:${accountId}:repository/${name}`);

/** ARN of the role by which workflows push a tenant's images: the one that deploys, where workflows do. */
export const pusherArn = (tenant: Tenant, accountId: string): string => {
  const { cluster, namespace } = tenant;
  const name =
    tenant.settings.deploy?.mode === "push"
      ? deployerRoleName(cluster, namespace)
      : imagePusherRoleName(tenant);
  return `arn:aws:iam::${accountId}:role/${name}`;
};

/** Role by which workflows push the images that Argo CD deploys: those of the first branch that the file names. */
export function addImagePusher(scope: Construct, tenant: Tenant, place: AwsPlace): void {
  const { deploy } = tenant.settings;
  const images = repositoryArns(tenant, place);
  if (deploy?.mode !== "gitops" || images.length === 0) {
    return;
  }
  new GitHubRole(scope, "image-pusher", {
    name: imagePusherRoleName(tenant),
    description: `Pushes images of ${tenant.namespace} on ${tenant.cluster}`,
    identityProvider: { arn: `arn:aws:iam::${place.accountId}:oidc-provider/${ISSUER}` },
    repository: deploy.repository,
    // A rule has checked that there is one.
    branch: deploy.branches![0]!,
    permissions: pushPermissions(images),
  });
}
