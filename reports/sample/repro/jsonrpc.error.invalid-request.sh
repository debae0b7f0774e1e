#!/usr/bin/env bash
# jsonrpc.error.invalid-request: JSON that is no request yields an invalid request
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: error -32600
# Seen: a request with jsonrpc "1.0": POST answered 400 application/json with error -32700; a request whose method is a number: POST answered 400 application/json with error -32700

# Exchange 462, seen in the run: POST answered 200 application/json
printf '\n== exchange 462 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 466, seen in the run: POST answered 400 text/html
printf '\n== exchange 466 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc": "2.0", "id": "touchstone-cut", "method":' \
  "$URL"

# Exchange 467, seen in the run: POST answered 200 application/json
printf '\n== exchange 467 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"ping"}' \
  "$URL"

# Exchange 475, seen in the run: POST answered 400 text/html
printf '\n== exchange 475 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '"ping"' \
  "$URL"

# Exchange 477, seen in the run: POST answered 200 application/json
printf '\n== exchange 477 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"ping"}' \
  "$URL"

# Exchange 483, seen in the run: POST answered 400 application/json
printf '\n== exchange 483 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"1.0","id":"touchstone-version","method":"ping"}' \
  "$URL"

# Exchange 485, seen in the run: POST answered 200 application/json
printf '\n== exchange 485 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":7,"method":"ping"}' \
  "$URL"

# Exchange 487, seen in the run: POST answered 400 application/json
printf '\n== exchange 487 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":"touchstone-method","method":42}' \
  "$URL"

# Exchange 489, seen in the run: POST answered 200 application/json
printf '\n== exchange 489 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":8,"method":"ping"}' \
  "$URL"
