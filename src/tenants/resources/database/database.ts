import { Construct } from "constructs";
import { TENANT_DATABASE_USER, tenantDatabaseName } from "../../../names/tenant-resource-names";
import type { MysqlConfig } from "../../../settings/products/resources/mysql";
import type { PostgresConfig } from "../../../settings/products/resources/postgres";
import { ACTIONS } from "../actions";
import { resourceAlarm } from "../alarm";
import type { Offer, ResourceParts } from "../resource-parts";
import { auroraDatabase } from "./aurora";
import { DATABASE_NAME } from "./common";
import { ENGINES } from "./engines";
import { databaseInstance } from "./instance";
import type { MadeDatabase } from "./made-database";
import { databaseSubnets, door } from "./place";

/** Engine of a database, and its settings. */
type OfEngine =
  | { readonly kind: "postgres"; readonly settings: PostgresConfig }
  | { readonly kind: "mysql"; readonly settings: MysqlConfig };

export type TenantDatabaseProps = ResourceParts & OfEngine & { readonly name: string };

/**
 * Relational database of a tenant, to which pods sign in with a token of their role.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export class TenantDatabase extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantDatabaseProps) {
    super(scope, id);
    const { place, kind, name, region, accountId } = props;
    const engine = ENGINES[kind];
    const identifier = tenantDatabaseName(place, kind, name);
    const around = { ...props, name: identifier, port: engine.port };
    const own = {
      ...around,
      securityGroup: door(this, around),
      subnetGroupName: databaseSubnets(this, identifier, around).name,
    };
    const made =
      props.kind === "postgres" && props.settings.aurora !== undefined
        ? auroraDatabase(this, { ...own, settings: props.settings, aurora: props.settings.aurora })
        : databaseInstance(this, { ...own, engine, settings: props.settings });
    this.alarms(props, identifier, made);

    this.offer = {
      config: {
        HOST: made.host,
        ...(kind === "postgres" ? { READER_HOST: made.readerHost } : {}),
        PORT: String(engine.port),
        DATABASE: DATABASE_NAME,
        USER: TENANT_DATABASE_USER,
      },
      permissions: [
        {
          actions: ACTIONS.database,
          resources: [
            `arn:aws:rds-db:${region}:${accountId}:dbuser:${made.resourceId}/${TENANT_DATABASE_USER}`,
          ],
        },
      ],
      user: {
        engine: engine.name,
        id: identifier,
        host: made.host,
        port: engine.port,
        database: DATABASE_NAME,
        secretArn: made.secretArn,
      },
      after: made.ready,
    };
  }

  private alarms(
    { name, place, alarmTopicArn }: TenantDatabaseProps,
    identifier: string,
    made: MadeDatabase,
  ): void {
    for (const { measure, words, ...alarm } of made.alarms) {
      resourceAlarm(this, measure, {
        ...alarm,
        name: `${identifier} ${measure}`,
        description: `Database ${name} of ${place.namespace} ${words}`,
        namespace: "AWS/RDS",
        topicArn: alarmTopicArn,
      });
    }
  }
}
