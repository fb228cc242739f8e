import type { PolicyName } from ".";
import { ALLOWED_IMAGES_CASES } from "./allowed-images.cases";
import { BOUNDED_ROLES_CASES } from "./bounded-roles.cases";
import { DECLARED_INGRESS_HOSTS_CASES } from "./declared-ingress-hosts.cases";
import { DECLARED_ROUTE_HOSTS_CASES } from "./declared-route-hosts.cases";
import { IMMUTABLE_CONFIG_MAPS_CASES } from "./immutable-config-maps.cases";
import { JOB_REQUEST_ANNOTATIONS_CASES, JOB_REQUEST_REVIEWS_CASES } from "./job-requests.cases";
import { LOAD_BALANCER_ANNOTATIONS_CASES } from "./load-balancer-annotations.cases";
import { NO_HOST_ACCESS_CASES } from "./no-host-access.cases";
import { NO_LOAD_BALANCER_SERVICES_CASES } from "./no-load-balancer-services.cases";
import { NO_MONITOR_FILES_CASES } from "./no-monitor-files.cases";
import { OWN_DELIVERIES_CASES } from "./own-deliveries.cases";
import { OWN_MONITORS_CASES } from "./own-monitors.cases";
import { OWN_SECRETS_CASES } from "./own-secrets.cases";
import { PAGING_RULES_CASES } from "./paging-rules.cases";
import { REQUIRED_LABELS_CASES } from "./required-labels.cases";
import { STATIC_VOLUMES_CASES } from "./static-volumes.cases";
import { UNIQUE_INGRESS_HOSTS_CASES } from "./unique-ingress-hosts.cases";
import type { PolicyCases } from "./policy.cases";

/** Evidence for every policy, by the name of its constraint. */
export const POLICY_CASES: Readonly<Record<PolicyName, PolicyCases>> = {
  "allowed-images": ALLOWED_IMAGES_CASES,
  "bounded-roles": BOUNDED_ROLES_CASES,
  "declared-ingress-hosts": DECLARED_INGRESS_HOSTS_CASES,
  "declared-route-hosts": DECLARED_ROUTE_HOSTS_CASES,
  "immutable-config-maps": IMMUTABLE_CONFIG_MAPS_CASES,
  "job-request-annotations": JOB_REQUEST_ANNOTATIONS_CASES,
  "job-request-reviews": JOB_REQUEST_REVIEWS_CASES,
  "load-balancer-annotations": LOAD_BALANCER_ANNOTATIONS_CASES,
  "no-host-access": NO_HOST_ACCESS_CASES,
  "no-load-balancer-services": NO_LOAD_BALANCER_SERVICES_CASES,
  "no-monitor-files": NO_MONITOR_FILES_CASES,
  "own-deliveries": OWN_DELIVERIES_CASES,
  "own-monitors": OWN_MONITORS_CASES,
  "own-secrets": OWN_SECRETS_CASES,
  "paging-rules": PAGING_RULES_CASES,
  "required-labels": REQUIRED_LABELS_CASES,
  "static-volumes": STATIC_VOLUMES_CASES,
  "unique-ingress-hosts": UNIQUE_INGRESS_HOSTS_CASES,
};
