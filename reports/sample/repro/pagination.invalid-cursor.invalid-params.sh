#!/usr/bin/env bash
# pagination.invalid-cursor.invalid-params: An unknown cursor is answered -32602
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: JSON-RPC error -32602
# Seen: tools/list with an unknown cursor: a result

# Exchange 40, seen in the run: POST answered 200 application/json
printf '\n== exchange 40 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/list"}' \
  "$URL"

# Exchange 1002, seen in the run: POST answered 200 application/json
printf '\n== exchange 1002 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"tools/list","params":{"cursor":"touchstone-81e1dfb1-d6fe-43ac-ac4c-ee6fe0107731"}}' \
  "$URL"
