import type { Environment } from "../../../config/environment";

/** The same for every environment: `external-dns-<cluster>`. */
export const nameInTable = (role: string, { name, cluster }: Environment): string =>
  role.endsWith(`_${name}`)
    ? `${role.slice(0, -name.length)}<environment>`
    : role
        .replace(new RegExp(`^${cluster.name}-`), "<cluster>-")
        .replace(new RegExp(`-${cluster.name}$`), "-<cluster>");
