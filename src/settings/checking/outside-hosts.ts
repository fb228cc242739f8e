import type { Path } from "./problem";

/** Values that tell people or charts an address which no pod of the add-on calls. */
const NOT_CALLED = /annotations|descriptions?$|external_?url|image|ingress|labels|repository|route|runbook/i;

/** Hosts in a cluster: `tempo`, `tempo.cluster-services.svc`, `localhost`. */
const INSIDE = /^(?:[^.]+|.+\.svc|.+\.cluster\.local|127\..+)$/;

/** Host outside the cluster, and its place in the values that name it. */
export interface OutsideHost {
  readonly path: Path;
  readonly host: string;
}

/** Hosts outside the cluster that values of a chart let its pods call. */
export function outsideHosts(values: unknown, path: Path = []): OutsideHost[] {
  if (typeof values === "string") {
    return [...values.matchAll(/\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@]*@)?([A-Za-z0-9.-]+)/g)]
      .map(([, host = ""]) => host)
      .filter((host) => !INSIDE.test(host))
      .map((host) => ({ path, host }));
  }
  if (typeof values !== "object" || values === null) {
    return [];
  }
  return Object.entries(values).flatMap(([key, value]) =>
    NOT_CALLED.test(key) ? [] : outsideHosts(value, [...path, Array.isArray(values) ? Number(key) : key]),
  );
}
