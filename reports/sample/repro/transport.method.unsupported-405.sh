#!/usr/bin/env bash
# transport.method.unsupported-405: Unknown HTTP methods are refused as such
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: HTTP status 405 or 501
# Seen: PUT answered 404 text/html; PATCH answered 404 text/html

# Exchange 819, seen in the run: POST answered 200 application/json
printf '\n== exchange 819 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 823, seen in the run: PUT answered 404 text/html
printf '\n== exchange 823 ==\n'
curl -sS -N -i --max-time 15 -X PUT \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"ping"}' \
  "$URL"

# Exchange 824, seen in the run: PATCH answered 404 text/html
printf '\n== exchange 824 ==\n'
curl -sS -N -i --max-time 15 -X PATCH \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":4,"method":"ping"}' \
  "$URL"
