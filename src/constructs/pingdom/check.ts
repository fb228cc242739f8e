import type { Construct } from "constructs";
import { RegistryResource } from "../registry-provider";
import { PINGDOM } from "./provider";

export interface PingdomCheckProps {
  readonly name: string;
  readonly host: string;

  /** What is asked for, such as `/healthz`. */
  readonly path: string;

  /** Text that the answer contains. */
  readonly shouldContain: string | undefined;

  /** Between two questions: 1, 5, 15, 30 or 60. */
  readonly intervalMinutes: number;

  /** Who is told. */
  readonly teamIds: readonly number[];
  readonly tags: readonly string[];
}

/** Failures in a row after which it tells people. */
const FAILURES = 2;

/** A certificate that nobody has renewed by then counts as an outage. */
const CERTIFICATE_DAYS = 7;

/**
 * Has Pingdom ask a host from all over the world, over HTTPS, whether it answers.
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
