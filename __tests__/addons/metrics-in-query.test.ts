import { describe, expect, it } from "vitest";
import { metricsIn } from "../../src/addons/metrics-in-query";

describe("metricsIn", () => {
  it.each([
    ["up == 0", ["up"]],
    ['up{job="up_or_down"} == 0', ["up"]],
    ["rate(node_cpu_seconds_total[5m])", ["node_cpu_seconds_total"]],
    ["sum by (up, node) (kube_node_info)", ["kube_node_info"]],
    ["count(kube_node_info) by (node)", ["kube_node_info"]],
    ["a:b:rate5m > bool 0", ["a:b:rate5m"]],
    ["a_total / on (pod) group_left b_total", ["a_total", "b_total"]],
    ["a_total / ignoring (pod) group_left (node) b_total", ["a_total", "b_total"]],
    ["a_total offset 5m unless b_total @ end()", ["a_total", "b_total"]],
    ["rate(a_total[$__rate_interval]) > $limit and a_total < 1e3", ["a_total"]],
    [`absent(up{job='}"', pod=~\`[a-z]{2}\`})`, ["up"]],
    ["time() - 3600 > inf", []],
  ])("finds them in %s", (query, metrics) => {
    expect(metricsIn(query)).toEqual(metrics);
  });
});
