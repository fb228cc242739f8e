import { ALLOWED_IMAGES } from "./allowed-images";
import { BOUNDED_ROLES } from "./bounded-roles";
import { DECLARED_INGRESS_HOSTS } from "./declared-ingress-hosts";
import { DECLARED_ROUTE_HOSTS } from "./declared-route-hosts";
import { IMMUTABLE_CONFIG_MAPS } from "./immutable-config-maps";
import { JOB_REQUEST_ANNOTATIONS } from "./job-request-annotations";
import { JOB_REQUEST_REVIEWS } from "./job-request-reviews";
import { LOAD_BALANCER_ANNOTATIONS } from "./load-balancer-annotations";
import { NO_HOST_ACCESS } from "./no-host-access";
import { NO_MONITOR_FILES } from "./no-monitor-files";
import { OWN_DELIVERIES } from "./own-deliveries";
import { OWN_MONITORS } from "./own-monitors";
import { OWN_SECRETS } from "./own-secrets";
import { PAGING_RULES } from "./paging-rules";
import { NO_LOAD_BALANCER_SERVICES } from "./no-load-balancer-services";
import { REQUIRED_LABELS } from "./required-labels";
import { STATIC_VOLUMES } from "./static-volumes";
import { UNIQUE_INGRESS_HOSTS } from "./unique-ingress-hosts";

/** Every policy, by the name of its constraint. */
export const POLICIES = {
  "allowed-images": ALLOWED_IMAGES,
  "bounded-roles": BOUNDED_ROLES,
  "declared-ingress-hosts": DECLARED_INGRESS_HOSTS,
  "declared-route-hosts": DECLARED_ROUTE_HOSTS,
  "immutable-config-maps": IMMUTABLE_CONFIG_MAPS,
  "job-request-annotations": JOB_REQUEST_ANNOTATIONS,
  "job-request-reviews": JOB_REQUEST_REVIEWS,
  "load-balancer-annotations": LOAD_BALANCER_ANNOTATIONS,
  "no-host-access": NO_HOST_ACCESS,
  "no-load-balancer-services": NO_LOAD_BALANCER_SERVICES,
  "no-monitor-files": NO_MONITOR_FILES,
  "own-deliveries": OWN_DELIVERIES,
  "own-monitors": OWN_MONITORS,
  "own-secrets": OWN_SECRETS,
  "paging-rules": PAGING_RULES,
  "required-labels": REQUIRED_LABELS,
  "static-volumes": STATIC_VOLUMES,
  "unique-ingress-hosts": UNIQUE_INGRESS_HOSTS,
};

export type PolicyName = keyof typeof POLICIES;
