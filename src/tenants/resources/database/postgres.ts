import { Construct } from "constructs";
import { TENANT_DATABASE_USER, tenantDatabaseName } from "../../../names/tenant-resource-names";
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

export interface TenantPostgresProps extends ResourceParts {
  readonly name: string;
  readonly settings: PostgresConfig;
}

/**
 * Database of PostgreSQL of a tenant, to which pods sign in with a token of their role.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export class TenantPostgres extends Construct {
  readonly offer: Offer;

  constructor(scope: Construct, id: string, props: TenantPostgresProps) {
    super(scope, id);
    const { place, name, settings, region, accountId } = props;
    const engine = ENGINES.postgres;
    const identifier = tenantDatabaseName(place, "postgres", name);
    const around = { ...props, name: identifier, port: engine.port };
    const own = {
      ...around,
      securityGroup: door(this, around),
      subnetGroupName: databaseSubnets(this, identifier, around).name,
    };
    const made =
      settings.aurora === undefined
        ? databaseInstance(this, { ...own, engine, settings })
        : auroraDatabase(this, { ...own, settings, aurora: settings.aurora });
    this.alarms(props, identifier, made);

    this.offer = {
      config: {
        HOST: made.host,
        READER_HOST: made.readerHost,
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
      keyless: true,
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
    { name, place, alarmTopicArn }: TenantPostgresProps,
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
