import type { KubernetesObject } from "../../../checks/charts/objects";

/** Object in the namespace `shop`, unless another is named. */
export const object = (
  apiVersion: string,
  kind: string,
  name: string,
  rest: object = {},
  namespace = "shop",
) => ({ apiVersion, kind, metadata: { name, namespace }, ...rest }) as KubernetesObject;

/** Parts in which a Deployment differs from the plain one. */
interface Pod {
  readonly container?: object;
  readonly pod?: object;
  readonly replicas?: number;
  readonly namespace?: string;
}

/** Deployment of one container, with labels of its name. */
export const deployment = (name: string, { container, pod, replicas, namespace }: Pod = {}) =>
  object(
    "apps/v1",
    "Deployment",
    name,
    {
      spec: {
        ...(replicas !== undefined && { replicas }),
        template: {
          metadata: { labels: { app: name } },
          spec: { containers: [{ name: "main", image: "example", ...container }], ...pod },
        },
      },
    },
    namespace,
  );
