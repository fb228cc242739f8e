import { ownValue } from "../../checking/own-value";
import { show } from "../../checking/problem";
import type { DeployConfig } from "../access-schema";
import type { Finding } from "../finding";
import { gitHubSlug } from "../git-hub-slug";
import type { Tenant } from "../products";
import type { World } from "../world";
import { at } from "./at";

/** Pipeline of a tenant whose environment on GitHub the platform makes. */
export interface Pipeline {
  readonly tenant: Tenant;
  readonly deploy: Extract<DeployConfig, { mode: "push" }>;
}

/** Pipelines whose environments on GitHub the platform makes. */
export const madeOnGitHub = ({ settings, tenants }: World): Pipeline[] =>
  settings.gitHubEnvironments === true
    ? tenants.flatMap((tenant) => {
        const { deploy } = tenant.settings;
        return deploy?.mode === "push" ? [{ tenant, deploy }] : [];
      })
    : [];

/** Refuses one environment for two tenants, each of which would set it up in its own way. */
export function gitHubEnvironmentsAreMadeOnce(world: World): Finding[] {
  const known = new Map<string, Tenant>();
  return madeOnGitHub(world).flatMap(({ tenant, deploy: { repository, gitHubEnvironment } }) => {
    const key = `${repository} ${gitHubEnvironment}`.toLowerCase();
    const first = known.get(key);
    known.set(key, first ?? tenant);
    // Another rule refuses two of a cluster, and a live one beside others.
    return first === undefined || first.cluster === tenant.cluster || first.live !== tenant.live
      ? []
      : [
          at(tenant, ["deploy", "gitHubEnvironment"], {
            expected: "a GitHub environment of its own, since the platform makes it",
            got: `${show(gitHubEnvironment)}, which is that of ${first.ref} too`,
            fix: "choose another name",
          }),
        ];
  });
}

/** Teams that GitHub asks at most. */
const MOST_REVIEWERS = 6;

/** Refuses more reviewers than GitHub takes. */
export const reviewersFit = (world: World): Finding[] =>
  madeOnGitHub(world).flatMap(({ tenant, deploy: { reviewers = [] } }) =>
    reviewers.length <= MOST_REVIEWERS
      ? []
      : [
          at(tenant, ["deploy", "reviewers"], {
            expected: `at most ${MOST_REVIEWERS} teams, as GitHub does`,
            got: `${reviewers.length}`,
            fix: "make a team of those who approve",
          }),
        ],
  );

/** Refuses a reviewer that is no team on GitHub, which asks its own teams alone. */
export const reviewersAreOnGitHub = (world: World): Finding[] =>
  madeOnGitHub(world).flatMap(({ tenant, deploy: { reviewers = [] } }) =>
    reviewers.flatMap((team, index) => {
      const group = ownValue(world.settings.teams, team)?.group;
      return group === undefined || gitHubSlug(group, world.gitHub) !== undefined
        ? []
        : [
            at(tenant, ["deploy", "reviewers", index], {
              expected: `a team whose group is ${world.gitHub}:<team>`,
              got: `${show(team)}, whose group is ${show(group)}`,
              fix: "name a team of that organisation on GitHub",
            }),
          ];
    }),
  );
