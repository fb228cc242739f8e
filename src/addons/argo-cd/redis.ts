import type { AddonProps } from "../../constructs/addon";
import { EVICT_UNHEALTHY_PODS, PRIORITY_CLASS } from "../../constructs/availability";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage } from "../../constructs/registries";
import { PROBED } from "./components";

/** Fewer Redis servers cannot agree on which of them leads. */
export const QUORUM = 3;

const IMAGES = "public.ecr.aws/docker/library";
const RESOURCES = { requests: { cpu: "50m", memory: "64Mi" }, limits: { memory: "256Mi" } };

/**
 * Cache of Argo CD: three servers behind a proxy if the environment runs three replicas of things, or else
 * one. Losing it loses no data, but everything is slow until it is full again.
 */
export const argoCdRedis = ({
  replicas,
  registries,
}: Pick<AddonProps, "replicas" | "registries">): HelmValues => {
  const image = mirroredImage(registries, `${IMAGES}/redis`);

  return replicas < QUORUM
    ? {
        redis: {
          image: { repository: image },
          resources: RESOURCES,
          automountServiceAccountToken: false,
          ...PROBED,
          exporter: {
            enabled: true,
            ...PROBED,
            image: { repository: mirroredImage(registries, "ghcr.io/oliver006/redis_exporter") },
            resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
          },
          metrics: { enabled: true, serviceMonitor: { enabled: true } },
        },
      }
    : {
        "redis-ha": {
          enabled: true,
          replicas: QUORUM,
          image: { repository: image },
          priorityClassName: PRIORITY_CLASS,
          podDisruptionBudget: { maxUnavailable: 1, ...EVICT_UNHEALTHY_PODS },
          redis: { resources: RESOURCES },
          sentinel: { resources: RESOURCES },
          splitBrainDetection: { resources: RESOURCES },
          init: { resources: RESOURCES },
          exporter: {
            enabled: true,
            image: mirroredImage(registries, "ghcr.io/oliver006/redis_exporter"),
            serviceMonitor: { enabled: true },
            resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "64Mi" } },
          },
          haproxy: {
            replicas: QUORUM,
            image: { repository: mirroredImage(registries, `${IMAGES}/haproxy`) },
            priorityClassName: PRIORITY_CLASS,
            podDisruptionBudget: { maxUnavailable: 1, ...EVICT_UNHEALTHY_PODS },
            resources: RESOURCES,
            init: { resources: RESOURCES },
            serviceAccount: { automountToken: false },
            metrics: { enabled: true, serviceMonitor: { enabled: true } },
          },
        },
      };
};
