import type { TenantsConfig } from "../../src/settings/tenants/tenants";

/** Team without Slack, which signs in as a group of Entra ID, and its applications. */
export const tenants: TenantsConfig = {
  teams: [
    {
      name: "berths",
      signInGroup: "berths-developers",
      argoProject: { namespaces: ["berths"] },
    },
  ],
  applications: [
    {
      name: "berth-planner",
      team: "berths",
      repository: "harbour-trust/berth-planner",
      namespace: "berths",
      images: ["berth-planner"],
      sentry: false,
      hosts: ["berth-planner"],
    },
    {
      name: "tide-tables",
      team: "berths",
      repository: "harbour-trust/tide-tables",
      namespace: "berths",
      images: ["tide-tables"],
      sentry: false,
      hosts: ["tide-tables"],
    },
  ],
};
