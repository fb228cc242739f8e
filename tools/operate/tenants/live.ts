import type { PlatformSettings } from "../../../src/settings/define-platform";

/** Clusters that the public depends on, as moves takes them: a line that is empty on a platform without any. */
export const liveLine = ({ products }: Pick<PlatformSettings, "products">): string =>
  (products?.live ?? []).join(",");
