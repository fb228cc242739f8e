module pod-security-pods

go 1.26.0

require k8s.io/pod-security-admission v0.36.2
