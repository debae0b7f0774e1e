// Command server is the documented wiring of the Go SDK: one server, served over Streamable HTTP, with or without sessions,
// or over HTTP+SSE. The mode bearer puts it behind tokens: demo-token works, demo-noscope lacks the scope, demo-expired is
// expired, demo-second is another user's.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/modelcontextprotocol/go-sdk/auth"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/modelcontextprotocol/go-sdk/oauthex"
)

type echoInput struct {
	Text string `json:"text" jsonschema:"what to give back"`
}

func newServer() *mcp.Server {
	server := mcp.NewServer(&mcp.Implementation{Name: "go-sdk", Version: "1.0.0"}, nil)
	readOnly := &mcp.ToolAnnotations{ReadOnlyHint: true}

	mcp.AddTool(server, &mcp.Tool{Name: "echo", Description: "Gives the text back.", Annotations: readOnly},
		func(_ context.Context, _ *mcp.CallToolRequest, in echoInput) (*mcp.CallToolResult, any, error) {
			return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: in.Text}}}, nil, nil
		})
	mcp.AddTool(server, &mcp.Tool{Name: "fail", Description: "Fails every time.", Annotations: readOnly},
		func(context.Context, *mcp.CallToolRequest, struct{}) (*mcp.CallToolResult, any, error) {
			return nil, nil, errors.New("this tool always fails")
		})
	server.AddResource(&mcp.Resource{URI: "demo://greeting", Name: "greeting", MIMEType: "text/plain"},
		func(_ context.Context, req *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
			return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{
				{URI: req.Params.URI, MIMEType: "text/plain", Text: "Hello"},
			}}, nil
		})
	server.AddPrompt(&mcp.Prompt{
		Name:      "summarize",
		Arguments: []*mcp.PromptArgument{{Name: "topic", Required: true}},
	}, func(_ context.Context, req *mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
		text := "Summarize " + req.Params.Arguments["topic"] + " in one sentence."
		return &mcp.GetPromptResult{Messages: []*mcp.PromptMessage{
			{Role: "user", Content: &mcp.TextContent{Text: text}},
		}}, nil
	})
	return server
}

func verify(_ context.Context, token string, _ *http.Request) (*auth.TokenInfo, error) {
	hour := time.Hour
	tokens := map[string]struct {
		user     string
		scopes   []string
		lifetime time.Duration
	}{
		"demo-token":   {"alice", []string{"mcp"}, hour},
		"demo-second":  {"bob", []string{"mcp"}, hour},
		"demo-noscope": {"alice", nil, hour},
		"demo-expired": {"alice", []string{"mcp"}, -hour},
	}
	info, known := tokens[token]
	if !known {
		return nil, auth.ErrInvalidToken
	}
	return &auth.TokenInfo{
		UserID:     info.user,
		Scopes:     info.scopes,
		Expiration: time.Now().Add(info.lifetime),
	}, nil
}

func protect(routes *http.ServeMux, handler http.Handler) {
	const metadata = "/.well-known/oauth-protected-resource/mcp"
	origin := "http://127.0.0.1:" + os.Getenv("PORT")
	guard := auth.RequireBearerToken(verify, &auth.RequireBearerTokenOptions{
		ResourceMetadataURL: origin + metadata,
		Scopes:              []string{"mcp"},
	})
	routes.Handle("/mcp", guard(handler))
	routes.Handle(metadata, auth.ProtectedResourceMetadataHandler(&oauthex.ProtectedResourceMetadata{
		Resource:             origin + "/mcp",
		AuthorizationServers: []string{"https://auth.example"},
		ScopesSupported:      []string{"mcp"},
	}))
}

func main() {
	server := newServer()
	getServer := func(*http.Request) *mcp.Server { return server }
	routes := http.NewServeMux()
	switch mode := os.Args[1]; mode {
	case "streamable":
		routes.Handle("/mcp", mcp.NewStreamableHTTPHandler(getServer, nil))
	case "bearer":
		protect(routes, mcp.NewStreamableHTTPHandler(getServer, nil))
	case "stateless":
		routes.Handle("/mcp", mcp.NewStreamableHTTPHandler(getServer, &mcp.StreamableHTTPOptions{Stateless: true}))
	case "sse":
		routes.Handle("/sse", mcp.NewSSEHandler(getServer, nil))
	default:
		log.Fatalf("no such mode: %s", mode)
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), routes))
}
