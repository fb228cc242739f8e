import * as define from "../../src/settings/define/environments";
import { defineOrganisation } from "../../src/settings/define/organisation";
import { definePlatform } from "../../src/settings/define-platform";
import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import type { ClusterSettings } from "../../src/settings/cluster/cluster";
import type { ClusterEnvironment } from "../../src/settings/environment/environment";
import type { OrganisationSettings } from "../../src/settings/organisation/schema";
import type { Release } from "../../src/settings/releases/schema";
import { organisation as organisationSettings } from "../../src/platform/organisation";
import { integration } from "../../src/platform/environments/integration";
import { production } from "../../src/platform/environments/production";
import { staging } from "../../src/platform/environments/staging";
import release1 from "../../src/platform/releases/1.json";

/** Release like the platform's first, but for what a test is about. */
export const releaseWith = (differences: Partial<Release> = {}): Release => ({ ...release1, ...differences });

/** Releases of a platform, and what the clusters of its environments say, by their names. */
export interface Released {
  readonly releases: Readonly<Record<string, Release>>;
  readonly clusters?: Readonly<Record<string, Partial<ClusterSettings>>>;
}

/** Stages of promotion in every test, whichever other environments and releases the platform comes to have. */
const STAGES = [integration, staging, production];

const withReleases = ({ releases }: Released): OrganisationSettings => ({
  ...organisationSettings,
  promotion: STAGES.map(({ name }) => name),
  releases,
});

const environmentsOf = ({ clusters = {} }: Released) =>
  STAGES.map((settings) => ({
    ...settings,
    clusters: { govuk: { ...settings.clusters.govuk!, release: "1", ...clusters[settings.name] } },
  }));

/** Problems of GOV.UK's platform with other releases. */
export function problemsOfReleased(released: Released): readonly string[] {
  try {
    definePlatform({ organisation: withReleases(released), environments: environmentsOf(released) });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

/** Clusters of GOV.UK's platform with other releases. */
export const releasedClusters = (released: Released): ClusterEnvironment[] =>
  define
    .defineEnvironments(environmentsOf(released), defineOrganisation(withReleases(released)))
    .flatMap(({ clusters }) => clusters);
