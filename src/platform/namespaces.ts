import type { OrganisationSettings } from "../settings/organisation/schema";

/** Databases and caches by the subnets that they are in. Subnets without a purpose hold DocumentDB, Amazon MQ and EFS. */
const DATABASES = {
  rds: [3306, 5432],
  elasticache: [6379],
  elasticsearch: [443],
  neptune: [8182],
  ...Object.fromEntries(["a", "b", "c"].map((zone) => [zone, [2049, 5671, 27017]])),
};

/** Namespaces of GOV.UK's applications. */
export const namespaces: OrganisationSettings["namespaces"] = {
  // Nearly all applications, on nearly all nodes of a full cluster: four fifths of 24 with 16 CPUs and 64 GiB each. The
  // mirror of the website alone claims a disk of 1,000 GiB.
  apps: {
    quota: { cpus: 300, memoryGib: 1_200, pods: 2_000, storageGib: 2_000 },
    databases: DATABASES,
    callsKubernetesApi: {
      "failed-migrations": { "app.kubernetes.io/component": "dbmigrate-notify" },
      release: { "app.kubernetes.io/instance": "release" },
      "signon-tokens": { "app.kubernetes.io/instance": "signon" },
      "synthetic-tests": { app: "govuk-synthetic-test-app-cronjob" },
    },
  },
  // The router in front of all applications is in apps.
  licensify: { databases: DATABASES, callers: { apps: [8080] } },
  datagovuk: { podReadinessGate: false, databases: DATABASES },
};
