// Command cilium-policies reads a file with network policies, a list of JSON objects, and has Cilium's own parser
// take each. It prints a list of what Cilium would refuse.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"os"

	"github.com/cilium/cilium/pkg/k8s"
	ciliumv2 "github.com/cilium/cilium/pkg/k8s/apis/cilium.io/v2"
	networkingv1 "github.com/cilium/cilium/pkg/k8s/slim/k8s/api/networking/v1"
)

// Name of the cluster in the identities that rules make. No rule reads it.
const cluster = "default"

// Problem of a policy, by its place in the list.
type problem struct {
	Index   int    `json:"index"`
	Problem string `json:"problem"`
}

func main() {
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string, out io.Writer) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	var objects []json.RawMessage
	if err := json.NewDecoder(file).Decode(&objects); err != nil {
		return fmt.Errorf("expected a list of objects: %w", err)
	}
	problems := []problem{}
	for index, object := range objects {
		if err := parse(object); err != nil {
			problems = append(problems, problem{Index: index, Problem: err.Error()})
		}
	}
	return json.NewEncoder(out).Encode(problems)
}

func parse(object json.RawMessage) error {
	var head struct {
		APIVersion string `json:"apiVersion"`
		Kind       string `json:"kind"`
	}
	if err := json.Unmarshal(object, &head); err != nil {
		return err
	}
	quiet := slog.New(slog.DiscardHandler)
	switch head.APIVersion + " " + head.Kind {
	case "networking.k8s.io/v1 NetworkPolicy":
		policy := networkingv1.NetworkPolicy{}
		if err := strictly(object, &policy); err != nil {
			return err
		}
		_, err := k8s.ParseNetworkPolicy(quiet, cluster, &policy)
		return err
	case "cilium.io/v2 CiliumNetworkPolicy":
		policy := ciliumv2.CiliumNetworkPolicy{}
		if err := strictly(object, &policy); err != nil {
			return err
		}
		_, err := policy.Parse(quiet, cluster)
		return err
	default:
		return fmt.Errorf("no kind of policy that Cilium enforces: %s %s", head.APIVersion, head.Kind)
	}
}

// Decodes an object, and refuses fields that its kind lacks.
func strictly(object json.RawMessage, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(object))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}
