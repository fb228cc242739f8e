import { accessTo } from "../access";
import type { EnvironmentSettings } from "../../settings/environment/environment";
import { usualPort } from "../database-port";
import { repositories, roles, volumes } from "../charts-layout";
import { images } from "../images";
import { ingresses, policyExceptions } from "../ingresses";
import { legacySubnets } from "../legacy-subnets";
import { podMetrics } from "../pod-metrics";
import { podsStartOpen } from "../pods-start-open";
import { promotion } from "../promotion";
import { applicationSecrets, sharedSecrets } from "../secret-names";
import { unsigned } from "../unsigned-images";

const publishingDomain = "publishing.service.gov.uk";
const cidr = "10.13.0.0/16";

/** Environment that the public uses. It takes the defaults, so little stands here. */
export const production: EnvironmentSettings = {
  name: "production",

  network: {
    vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) },
  },

  dns: { publishingDomain },

  bucketAccessLogs: "govuk-production-aws-logging",

  externalServices: {
    uptime: {
      checks: {
        site: { host: "www.gov.uk", shouldContain: "GOV.UK", severity: "page" },
        assets: { host: "assets.publishing.service.gov.uk", path: "/robots.txt", severity: "page" },
        signon: { host: "signon.publishing.service.gov.uk", path: "/healthcheck/live", severity: "page" },
        dex: { host: "dex.eks.production.govuk.digital", path: "/healthz", severity: "warning" },
        argo: { host: "argo.eks.production.govuk.digital", path: "/healthz", severity: "warning" },
        grafana: { host: "grafana.eks.production.govuk.digital", path: "/api/health", severity: "warning" },
      },
    },
  },

  clusters: {
    govuk: {
      release: "1",
      podsStartOpen,
      grafanaDatabase: { usualPort },
      workflowsDatabase: { usualPort },
      addons: {
        ...podMetrics,
        tempo: { serviceNames: ["tempo-distributor"] },
        externalSecrets: { forApplications: applicationSecrets, shared: sharedSecrets },
        argoCd: { repositories },
        kyverno: { unsigned },
        argoWorkflows: { promotion },
        gatekeeper: {
          exceptions: policyExceptions,
          images,
          roles,
          volumes: volumes("production"),
          ingresses: ingresses({ environment: "production", publishingDomain, site: "www.gov.uk" }),
        },
      },

      access: accessTo("production"),
    },
  },
};
