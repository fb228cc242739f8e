import { asMap, textOf } from "../../terraform-json/json-map";
import { type Stage, watched } from "./watched";

/** Plays the driver of volumes: a claim is bound. */
export const playClaims = (stage: Stage): Promise<void> =>
  watched("/api/v1/persistentvolumeclaims", stage, async ({ metadata, status }) => {
    const { namespace, name } = asMap(metadata);
    if (asMap(status).phase !== "Bound") {
      const path = `/api/v1/namespaces/${textOf(namespace)}/persistentvolumeclaims/${textOf(name)}`;
      await stage.client.merge(`${path}/status`, { status: { phase: "Bound" } });
    }
  });
