#!/usr/bin/env bash
# jsonrpc.error.invalid-request: JSON that is no request yields an invalid request
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: recommendation not followed
# Expected: error -32600
# Seen: a request with jsonrpc "1.0": POST answered 400 application/json with error -32700; a request whose method is a number: POST answered 400 application/json with error -32700

# Exchange 179, seen in the run: POST answered 200 application/json
printf '\n== exchange 179 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 183, seen in the run: POST answered 400 text/html
printf '\n== exchange 183 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc": "2.0", "id": "touchstone-cut", "method":' \
  "$URL"

# Exchange 187, seen in the run: POST answered 200 application/json
printf '\n== exchange 187 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"ping"}' \
  "$URL"

# Exchange 194, seen in the run: POST answered 400 text/html
printf '\n== exchange 194 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '"ping"' \
  "$URL"

# Exchange 196, seen in the run: POST answered 200 application/json
printf '\n== exchange 196 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":5,"method":"ping"}' \
  "$URL"

# Exchange 203, seen in the run: POST answered 400 application/json
printf '\n== exchange 203 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"1.0","id":"touchstone-version","method":"ping"}' \
  "$URL"

# Exchange 206, seen in the run: POST answered 200 application/json
printf '\n== exchange 206 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":7,"method":"ping"}' \
  "$URL"

# Exchange 209, seen in the run: POST answered 400 application/json
printf '\n== exchange 209 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":"touchstone-method","method":42}' \
  "$URL"

# Exchange 211, seen in the run: POST answered 200 application/json
printf '\n== exchange 211 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":8,"method":"ping"}' \
  "$URL"
