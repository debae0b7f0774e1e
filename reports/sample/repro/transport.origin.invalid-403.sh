#!/usr/bin/env bash
# transport.origin.invalid-403: The refusal of a foreign Origin is 403
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: could not be decided
# Expected: Every request that is refused for its Origin is answered exactly 403
# Reason: blocked by transport.origin.validated: POST answered 200 application/json

# Exchange 721, seen in the run: POST answered 200 application/json
printf '\n== exchange 721 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}' \
  "$URL"

# Exchange 726, seen in the run: POST answered 200 application/json
printf '\n== exchange 726 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'Origin: http://evil.example' \
  --data-raw '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}' \
  "$URL"

# Exchange 729, seen in the run: POST answered 200 application/json
printf '\n== exchange 729 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  --data-raw '{"jsonrpc":"2.0","id":2,"method":"ping"}' \
  "$URL"

# Exchange 733, seen in the run: POST answered 200 application/json
printf '\n== exchange 733 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  -H 'Origin: http://evil.example' \
  --data-raw '{"jsonrpc":"2.0","id":3,"method":"ping"}' \
  "$URL"

# Exchange 737, seen in the run: GET answered 404 text/html
printf '\n== exchange 737 ==\n'
curl -sS -N -i --max-time 15 \
  -H 'Accept: text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  -H 'Origin: http://evil.example' \
  "$URL"

# Exchange 741, seen in the run: DELETE answered 404 text/html
printf '\n== exchange 741 ==\n'
curl -sS -N -i --max-time 15 -X DELETE \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  -H 'Origin: http://evil.example' \
  -H 'Accept:' \
  "$URL"

# Exchange 744, seen in the run: GET answered 404 text/html
printf '\n== exchange 744 ==\n'
curl -sS -N -i --max-time 15 \
  -H 'Accept: text/event-stream' \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  "$URL"

# Exchange 748, seen in the run: DELETE answered 404 text/html
printf '\n== exchange 748 ==\n'
curl -sS -N -i --max-time 15 -X DELETE \
  -H 'MCP-Protocol-Version: 2025-11-25' \
  -H 'Accept:' \
  "$URL"
