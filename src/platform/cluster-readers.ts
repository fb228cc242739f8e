import type { OrganisationSettings } from "../settings/organisation/schema";

const READS = {
  namespace: "apps",
  reads: ["apps", "licensify"],
  readsApplications: true,
  readsAllFrom: "production",
};

/**
 * Applications of GOV.UK that read clusters: Release shows what runs in each environment, and the synthetic tests look at
 * the pods of all.
 *
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments/release
 * @see https://github.com/alphagov/govuk-infrastructure/tree/main/terraform/deployments/synthetic-test
 */
export const clusterReaders: OrganisationSettings["clusterReaders"] = {
  release: READS,
  "synthetic-test": { ...READS, reads: ["apps"] },
};
