import { accessTo } from "../access";
import type { EnvironmentSettings } from "../../settings/environment/environment";
import { LITTLE_MEMORY } from "../../addons/gatekeeper/settings";
import { QUIET_ALERTING } from "../alerting/quiet";
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

const publishingDomain = "staging.publishing.service.gov.uk";
const cidr = "10.12.0.0/16";

/** Production in miniature: the last stop before users. */
export const staging: EnvironmentSettings = {
  name: "staging",

  network: {
    vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: false }) },
  },

  dns: { publishingDomain },

  bucketAccessLogs: "govuk-staging-aws-logging",

  clusters: {
    govuk: {
      release: "1",
      podsStartOpen,
      nodeGroups: { "arm-green": {} },
      endpoints: { bedrockRuntime: true },

      grafanaDatabase: {
        usualPort,
        backupRetentionDays: 1,
      },
      workflowsDatabase: { usualPort, backupRetentionDays: 1 },

      addons: {
        ...podMetrics,
        tempo: { serviceNames: ["tempo-distributor"] },
        externalSecrets: { forApplications: applicationSecrets, shared: sharedSecrets },
        kyverno: { unsigned },
        argoWorkflows: { promotion },
        replicas: 2,
        argoCd: { repositories, bannerColour: "#f47738", syncWindows: [] },
        renovate: false,
        gatekeeper: {
          webhookMemory: LITTLE_MEMORY,
          auditMemory: LITTLE_MEMORY,
          exceptions: policyExceptions,
          images,
          roles,
          volumes: volumes("staging"),
          ingresses: ingresses({ environment: "staging", publishingDomain, site: `www.${publishingDomain}` }),
        },
        seal: false,
        kubePrometheusStack: { alerting: QUIET_ALERTING },
      },

      access: accessTo("staging"),
    },
  },
};
