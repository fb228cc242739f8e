import type { Path } from "../../checking/problem";
import type { Finding } from "../finding";
import type { Tenant } from "../products";

/** Finding about one environment of a product. */
export const at = (
  { file, environmentName }: Tenant,
  path: Path,
  words: Pick<Finding, "expected" | "got" | "fix">,
): Finding => ({ file, path: ["environments", environmentName, ...path], ...words });
