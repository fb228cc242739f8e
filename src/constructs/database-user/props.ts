import type { AddonProps, After } from "../addon";

/** A PostgreSQL database outside the cluster, and the secrets of its two users. */
export interface AddonDatabase {
  /** Host, as the database's certificate names it. */
  readonly host: string;
  readonly port: number;
  readonly database: string;

  /** Authorities (PEM) that the database's certificate must come from. */
  readonly authorities: readonly string[];

  /** Path in Secrets Manager of the master's `username` and `password`. */
  readonly masterSecret: string;

  /** Path in Secrets Manager of `dbname`, `username` and `password` of the add-on's own user. */
  readonly userSecret: string;

  /** Counter of the passwords of both. */
  readonly passwordVersion: number;

  /** Things that must be ready before the secrets can be copied into the cluster. */
  readonly after: After;
}

export interface DatabaseUserProps extends Pick<AddonProps, "namespace" | "registries"> {
  /** Name of the add-on, such as `grafana`. */
  readonly addon: string;
  readonly database: AddonDatabase;

  /** Version of the add-on's chart. With each new one the user is made whole again. */
  readonly chartVersion: string;
}
