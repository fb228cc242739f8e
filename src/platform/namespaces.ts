import type { OrganisationSettings } from "../settings/organisation/schema";

/** Namespaces of GOV.UK's applications. */
export const namespaces: OrganisationSettings["namespaces"] = {
  // Nearly all applications, on nearly all nodes of a full cluster: four fifths of 24 with 16 CPUs and 64 GiB each.
  apps: { quota: { cpus: 300, memoryGib: 1_200, pods: 2_000, storageGib: 1_000 } },
  licensify: {},
  datagovuk: { podReadinessGate: false },
};
