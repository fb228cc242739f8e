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

const publishingDomain = "integration.publishing.service.gov.uk";
const cidr = "10.1.0.0/16";

/** First environment that a change reaches: nothing in it is precious. */
export const integration: EnvironmentSettings = {
  name: "integration",

  network: {
    vpc: { cidr, legacySubnets: legacySubnets(cidr, { neptune: true }) },
  },

  dns: { publishingDomain },

  bucketAccessLogs: "govuk-integration-aws-logging",

  forceDestroy: true,
  secretsRecoveryDays: 0,

  clusters: {
    govuk: {
      release: "1",
      podsStartOpen,
      nodeGroups: { "arm-green": {} },
      endpoints: { bedrockRuntime: true },

      grafanaDatabase: {
        usualPort,
        applyImmediately: true,
        backupRetentionDays: 1,
        skipFinalSnapshot: true,
        autoPause: true,
      },

      workflowsDatabase: {
        usualPort,
        applyImmediately: true,
        backupRetentionDays: 1,
        skipFinalSnapshot: true,
      },

      addons: {
        ...podMetrics,
        tempo: { serviceNames: ["tempo-distributor"] },
        externalSecrets: { forApplications: applicationSecrets, shared: sharedSecrets },
        kyverno: { unsigned },
        argoWorkflows: { promotion },
        replicas: 1,
        dex: { readWriteTeam: "alphagov:gov-uk" },
        argoCd: { repositories, bannerColour: "#ffdd00", syncWindows: [] },
        renovate: false,
        gatekeeper: {
          webhookMemory: LITTLE_MEMORY,
          auditMemory: LITTLE_MEMORY,
          exceptions: policyExceptions,
          images,
          roles,
          volumes: volumes("integration"),
          ingresses: ingresses({
            environment: "integration",
            publishingDomain,
            site: `www.${publishingDomain}`,
          }),
        },
        seal: false,
        kubePrometheusStack: { alerting: QUIET_ALERTING },
      },

      access: accessTo("integration"),
    },
  },
};
