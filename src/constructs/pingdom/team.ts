import type { Construct } from "constructs";
import { RegistryData } from "../registry-provider";
import { PINGDOM } from "./provider";

/** A team whose members Pingdom notifies of outages, each in the way set there. */
export class PingdomTeam extends RegistryData {
  readonly teamId: number;

  constructor(scope: Construct, id: string, name: string) {
    super(scope, id, PINGDOM, "pingdom_team", { name });
    this.teamId = this.getNumberAttribute("id");
  }
}
