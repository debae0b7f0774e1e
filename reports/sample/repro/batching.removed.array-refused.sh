#!/usr/bin/env bash
# batching.removed.array-refused: An array is not answered by an array
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: a client error status (4xx) or an error, and never an array
# Seen: an array of one request: POST answered 200 application/json with a result

# Exchange 399, seen in the run: POST answered 200 application/json
printf '\n== exchange 399 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 401, seen in the run: POST answered 200 application/json
printf '\n== exchange 401 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '[{"jsonrpc":"2.0","id":"touchstone-677d31b9-19d6-4d73-a0c3-afcc9c563ac4","method":"ping"}]' \
  "$URL"
