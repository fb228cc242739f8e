import type { HelmValues } from "./helm-values";

const FILE = "rds.pem";

/** A file in an add-on's pods with the authorities that its database's certificate must come from. */
export interface DatabaseAuthorities {
  /** Path in the container. */
  readonly file: string;

  /** Folder that the ConfigMap is mounted to. */
  readonly folder: string;

  /** Name of the ConfigMap. */
  readonly name: string;
  readonly configMap: HelmValues;
}

/** Authorities of databases (PEM), for the pods of an add-on. */
export function databaseAuthorities(addon: string, certificates: readonly string[]): DatabaseAuthorities {
  const name = `${addon}-database-authorities`;
  const folder = "/etc/database-authorities";
  return {
    file: `${folder}/${FILE}`,
    folder,
    name,
    configMap: {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name },
      data: { [FILE]: certificates.join("") },
    },
  };
}
