import { defineEnvironment } from "../../samples/platform";
import type { Environment } from "../../../src/settings/environment/environment";
import { production } from "../../../src/platform/environments/production";

/** Hosts of add-ons' images. */
export const IMAGE_HOSTS = ["docker.io", "ghcr.io", "public.ecr.aws", "quay.io", "registry.k8s.io"];

const govuk = production.clusters.govuk!;

/** Production, with all of its images from a mirror and one replica of each add-on. */
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
