/** Engine of relational databases. */
export interface Engine {
  /** Name in RDS. */
  readonly name: "postgres" | "mysql";
  readonly port: number;

  /** Parameter by which it refuses connections without TLS. */
  readonly overTls: { readonly name: string; readonly value: string };

  /** Connections of which it takes one and a half times as many, for each gibibyte of memory. */
  readonly connectionsPerGib: number;
}

/**
 * Engines by kind. PostgreSQL takes a connection for each 9,531,392 bytes of memory, MySQL for each 12,582,880.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html
 */
export const ENGINES = {
  postgres: {
    name: "postgres",
    port: 5432,
    overTls: { name: "rds.force_ssl", value: "1" },
    connectionsPerGib: 60,
  },
  mysql: {
    name: "mysql",
    port: 3306,
    overTls: { name: "require_secure_transport", value: "1" },
    connectionsPerGib: 50,
  },
} as const satisfies Readonly<Record<string, Engine>>;
