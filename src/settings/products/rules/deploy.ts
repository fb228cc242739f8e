import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";
import type { DeployConfig } from "../access-schema";
import type { World } from "../world";
import { at } from "./at";

/** Pipeline of a tenant. */
interface Pipeline {
  readonly tenant: Tenant;
  readonly deploy: DeployConfig;
}

const pipelinesOf = (tenants: readonly Tenant[]): Pipeline[] =>
  tenants.flatMap((tenant) => (tenant.settings.deploy ? [{ tenant, deploy: tenant.settings.deploy }] : []));

/** Refuses a repository of another organisation. */
export const repositoriesAreOurs = ({ tenants, gitHub }: World): Finding[] =>
  pipelinesOf(tenants).flatMap(({ tenant, deploy: { repository } }) =>
    repository.startsWith(`${gitHub}/`)
      ? []
      : [
          at(tenant, ["deploy", "repository"], {
            expected: `a repository of ${gitHub}`,
            got: show(repository),
            fix: "move the repository there: its workflows get an identity in AWS",
          }),
        ],
  );

/** Refuses a repository that deploys two products. */
export function repositoriesDeployOneProduct({ tenants }: World): Finding[] {
  const owner = new Map<string, Tenant>();
  return pipelinesOf(tenants).flatMap(({ tenant, deploy: { repository } }) => {
    const key = repository.toLowerCase();
    const first = owner.get(key) ?? tenant;
    owner.set(key, first);
    return first.product.product === tenant.product.product
      ? []
      : [
          at(tenant, ["deploy", "repository"], {
            expected: "a repository that deploys no other product",
            got: `${show(repository)}, which deploys ${first.product.product}`,
            fix: "make both one product, or give each a repository",
          }),
        ];
  });
}

/** Refuses a GitHub environment of two namespaces of a cluster, or of live and other namespaces. */
export function gitHubEnvironmentsAreSeparate({ tenants }: World): Finding[] {
  const known = new Map<string, Tenant[]>();
  return pipelinesOf(tenants).flatMap(({ tenant, deploy }) => {
    if (deploy.mode !== "push") {
      return [];
    }
    // GitHub tells neither repositories nor environments apart by capitals.
    const key = `${deploy.repository} ${deploy.gitHubEnvironment}`.toLowerCase();
    const earlier = known.get(key) ?? [];
    known.set(key, [...earlier, tenant]);
    const rival = earlier.find(({ cluster, live }) => cluster === tenant.cluster || live !== tenant.live);
    return rival === undefined
      ? []
      : [
          at(tenant, ["deploy", "gitHubEnvironment"], {
            expected: "a GitHub environment for each namespace of a cluster, and none for live and others",
            got: `${show(deploy.gitHubEnvironment)}, which deploys ${rival.ref} too`,
            fix: "add one on GitHub, and name it here",
          }),
        ];
  });
}

/** Refuses a live pipeline for which no reviewers or no branches are agreed. */
export const livePipelinesAreReviewed = ({ tenants }: World): Finding[] =>
  pipelinesOf(tenants)
    .filter(({ tenant }) => tenant.live)
    .flatMap(({ tenant, deploy }) =>
      (["reviewers", "branches"] as const)
        .filter((key) => (deploy[key] ?? []).length === 0)
        .map((key) =>
          at(tenant, ["deploy", key], {
            expected: "at least one for a live namespace",
            got: show(deploy[key]),
            fix:
              key === "reviewers"
                ? "name the team that approves deployments"
                : "name the branch, such as main",
          }),
        ),
    );

/** Refuses workflows that deploy to a cluster to which no IAM role has an entry of its own. */
export const pushHasAccessEntries = ({ tenants, clusters }: World): Finding[] =>
  pipelinesOf(tenants)
    .filter(
      ({ tenant, deploy }) =>
        deploy.mode === "push" && clusters.get(tenant.cluster)?.hasAccessEntries === false,
    )
    .map(({ tenant }) =>
      at(tenant, ["deploy", "mode"], {
        expected: `"gitops" on ${tenant.cluster}, which takes no access entries`,
        got: '"push"',
        fix: "write gitops, or ask the platform's engineers to change cluster.authenticationMode",
      }),
    );

/** Refuses deployment by what Git says to a cluster on which no program reads it. */
export const gitOpsHasAnEngine = ({ tenants, clusters }: World): Finding[] =>
  pipelinesOf(tenants)
    .filter(({ tenant, deploy }) => {
      const cluster = clusters.get(tenant.cluster);
      return deploy.mode === "gitops" && cluster !== undefined && cluster.gitops === undefined;
    })
    .map(({ tenant }) =>
      at(tenant, ["deploy", "mode"], {
        expected: `"push" on ${tenant.cluster}, which has neither Argo CD nor Flux`,
        got: '"gitops"',
        fix: "write push",
      }),
    );

/** Refuses a pipeline without a branch where Flux delivers: it knows no repository's default branch. */
export const fluxReadsABranch = ({ tenants, clusters }: World): Finding[] =>
  pipelinesOf(tenants)
    .filter(
      ({ tenant, deploy }) =>
        deploy.mode === "gitops" &&
        (deploy.branches ?? []).length === 0 &&
        !tenant.live &&
        clusters.get(tenant.cluster)?.gitops === "flux",
    )
    .map(({ tenant, deploy }) =>
      at(tenant, ["deploy", "branches"], {
        expected: `a branch on ${tenant.cluster}, where Flux delivers`,
        got: show(deploy.branches),
        fix: "name the branch, such as main",
      }),
    );
