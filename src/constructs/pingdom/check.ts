import type { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { PINGDOM } from "./provider";

export interface PingdomCheckProps {
  readonly name: string;
  readonly host: string;

  /** Path of the request, such as `/healthz`. */
  readonly path: string;

  /** Text that the answer contains. */
  readonly shouldContain: string | undefined;

  /** Minutes between two requests: 1, 5, 15, 30 or 60. */
  readonly intervalMinutes: number;

  /** Pingdom teams that it notifies. */
  readonly teamIds: readonly number[];
  readonly tags: readonly string[];
}

/** Failures in a row after which Pingdom notifies the teams. */
const FAILURES = 2;

/** Days before its expiry at which a certificate counts as an outage. */
const CERTIFICATE_DAYS = 7;

/**
 * Has Pingdom request a page of a host over HTTPS from all over the world.
 *
 * @see https://registry.terraform.io/providers/DrFaust92/pingdom/latest/docs/resources/check
 */
export class PingdomCheck extends RegistryResource {
  constructor(scope: Construct, id: string, props: PingdomCheckProps) {
    const { name, host, path, shouldContain, intervalMinutes, teamIds, tags } = props;

    super(scope, id, PINGDOM, "pingdom_check", {
      type: "http",
      name,
      host,
      url: path,
      encryption: true,
      port: 443,
      verify_certificate: true,
      ssl_down_days_before: CERTIFICATE_DAYS,
      shouldcontain: shouldContain,
      resolution: intervalMinutes,
      sendnotificationwhendown: FAILURES,
      notifywhenbackup: true,
      teamids: teamIds,
      tags: [...tags].sort().join(","),
    });
  }
}
