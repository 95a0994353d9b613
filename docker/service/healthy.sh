#!/usr/bin/env bash
# 0 when the service and its database answer through the container's own address.
exec 3<>"/dev/tcp/$(hostname -i | cut -d ' ' -f 1)/8080" || exit 1
printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 status <&3
[[ $status == *" 200"* ]]
