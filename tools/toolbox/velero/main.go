// Serves backups and restores as Velero does, without its commands for people, and prints its kinds.
package main

import (
	"encoding/json"
	"os"

	"github.com/spf13/cobra"
	"github.com/vmware-tanzu/velero/config/crd/v1/crds"
	movers "github.com/vmware-tanzu/velero/config/crd/v2alpha1/crds"
	"github.com/vmware-tanzu/velero/pkg/client"
	"github.com/vmware-tanzu/velero/pkg/cmd/server"
	"github.com/vmware-tanzu/velero/pkg/cmd/server/plugin"
)

func main() {
	command := &cobra.Command{Use: "velero", SilenceUsage: true}
	factory := client.NewFactory("velero", client.VeleroConfig{})
	factory.BindFlags(command.PersistentFlags())
	// The server starts itself with run-plugins for what Velero does with some kinds.
	command.AddCommand(server.NewCommand(factory), plugin.NewCommand(factory), kinds())
	if command.Execute() != nil {
		os.Exit(1)
	}
}

// Prints the definitions of Velero's kinds as a list in JSON.
func kinds() *cobra.Command {
	return &cobra.Command{
		Use: "kinds",
		RunE: func(*cobra.Command, []string) error {
			return json.NewEncoder(os.Stdout).Encode(append(crds.CRDs, movers.CRDs...))
		},
	}
}
