import type { Dashboard } from "./model";
import { ofLoadBalancers, promql, row, timeseries } from "./panels";

/** Dashboard of the traffic from outside, as the load balancers and the probes see it. */
export const INGRESS_TRAFFIC: Dashboard = {
  uid: "ingress-traffic",
  title: "Ingress traffic",
  description: "What reaches the cluster from outside, as its load balancers and the probes see it.",
  rows: [
    row(
      "Requests",
      timeseries("Requests", [ofLoadBalancers("RequestCount", "Sum")], { stacked: true }),
      timeseries("Seconds until targets answer, slowest 5%", [ofLoadBalancers("TargetResponseTime", "p95")], {
        unit: "s",
      }),
      timeseries("Errors of targets", [ofLoadBalancers("HTTPCode_Target_5XX_Count", "Sum")], {
        description: "The application answered 500 to 599.",
      }),
      timeseries("Errors of load balancers", [ofLoadBalancers("HTTPCode_ELB_5XX_Count", "Sum")], {
        description: "No target answered: none was healthy, or none answered in time.",
      }),
      timeseries("Refused requests", [ofLoadBalancers("HTTPCode_Target_4XX_Count", "Sum")]),
      timeseries("Bytes", [ofLoadBalancers("ProcessedBytes", "Sum")], { unit: "bytes", stacked: true }),
    ),
    row(
      "Connections",
      timeseries("Open", [ofLoadBalancers("ActiveConnectionCount", "Sum")], { stacked: true }),
      timeseries("Rejected", [ofLoadBalancers("RejectedConnectionCount", "Sum")], {
        description: "The load balancer had as many as it can.",
      }),
    ),
    row(
      "As the probes see it",
      timeseries("Answered", [promql("min by (instance) (probe_success)", "{{instance}}")], {
        description: "1 where the address answers as it should.",
      }),
      timeseries(
        "Seconds for an answer",
        [promql("max by (instance) (probe_duration_seconds)", "{{instance}}")],
        { unit: "s" },
      ),
    ),
    row(
      "The controller",
      timeseries(
        "Calls of AWS",
        [
          promql(
            "sum by (exported_service) (rate(aws_api_calls_total[$__rate_interval]))",
            "{{exported_service}}",
          ),
        ],
        { unit: "ops", stacked: true },
      ),
      timeseries(
        "Until a pod gets traffic, slowest 5%",
        [
          promql(
            "histogram_quantile(0.95, sum by (le, exported_namespace) (rate(awslbc_readiness_gate_ready_seconds_bucket[$__rate_interval])))",
            "{{exported_namespace}}",
          ),
        ],
        { unit: "s" },
      ),
    ),
  ],
};
