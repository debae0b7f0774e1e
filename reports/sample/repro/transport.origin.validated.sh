#!/usr/bin/env bash
# transport.origin.validated: A foreign Origin is refused
# Repeats what Touchstone 1.0.0-SNAPSHOT sent; needs bash and curl.
set -u
URL='http://127.0.0.1:7146/mcp'
HEAD=$(mktemp)
trap 'rm -f "$HEAD" ${STREAM:+"$STREAM"} ${EVENTS:+"$EVENTS"}; kill $(jobs -p) 2>/dev/null' EXIT

# Revision 2025-11-25: violated
# Expected: the first request with Origin: http://evil.example: refused with an error status, without a session id
# Seen: the first request with Origin: http://evil.example: POST answered 200 application/json

# Exchange 682, seen in the run: POST answered 200 application/json
printf '\n== exchange 682 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  --data-raw '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}' \
  "$URL"

# Exchange 686, seen in the run: POST answered 200 application/json
printf '\n== exchange 686 ==\n'
curl -sS -N -i --max-time 15 -X POST \
  -H 'Content-Type: application/json' \
  -H 'Accept: application/json, text/event-stream' \
  -H 'Origin: http://evil.example' \
  --data-raw '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"touchstone","version":"1.0.0"}}}' \
  "$URL"
