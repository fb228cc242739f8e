import { defineEnvironment } from "../../samples/platform";
import type { Environment } from "../../../src/settings/environment/environment";
import { production } from "../../../src/platform/environments/production";

/** Where add-ons' images come from. */
export const IMAGE_HOSTS = ["docker.io", "ghcr.io", "public.ecr.aws", "quay.io", "registry.k8s.io"];

const govuk = production.clusters.govuk!;

/** Production, were all of its images to come from a mirror and one copy of each add-on enough. */
export const mirroredEnvironment = (): Environment =>
  defineEnvironment({
    ...production,
    name: "eph-mirrored",
    clusters: {
      govuk: {
        ...govuk,
        addons: {
          ...govuk.addons,
          replicas: 1,
          registries: Object.fromEntries(IMAGE_HOSTS.map((host) => [host, `mirror.example/${host}`])),
        },
      },
    },
  });
