# How many texts of addresses a second lead to their unit: as people of a file that say where they live by
# text, half of them to the letter and half in other words, in the heap an import has to do with.

bench_addresses() {
  local folder=$state/bench/addresses rows began took
  mkdir -p "$folder"
  register_psql -q -c "\\copy ($(addresses_people)) TO '$folder/people.csv' WITH (FORMAT csv, HEADER)" 2>"$state/log/bench-addresses.log" ||
    fail "写不出人口文件" "$(tail -n 3 "$state/log/bench-addresses.log")"
  rows=$(($(wc -l <"$folder/people.csv") - 1))
  began=$(now_ms)
  _JAVA_OPTIONS="-Xmx512m" registry_java import "$folder/people.csv" --as people --source bench-addresses --dry-run --accept-anomalies >"$folder/import.txt" 2>"$state/log/bench-addresses.log" ||
    fail "导入失败" "全文见 $state/log/bench-addresses.log"
  took=$(($(now_ms) - began))
  say "按地址导入人口  $rows 行，$took 毫秒（试运行，堆 512 MB），每秒 $((rows * 1000 / took)) 行"
  sed -n 's/^ *\(按地址文本：.*\)/                \1/p' "$folder/import.txt"
}

# At most a million units with an address: every second one's text as it is, the others' as people write them.
addresses_people() {
  tr '\n' ' ' <<'SQL'
SELECT row_number() OVER () AS id, '某' AS name, '承租人' AS role,
       CASE mod(n, 8) WHEN 1 THEN translate(text, '0123456789', '０１２３４５６７８９') WHEN 3 THEN replace(replace(text, '幢', '号楼'), '室', '')
            WHEN 5 THEN replace(text, a.city, '') WHEN 7 THEN replace(replace(text, a.city, ''), a.street, '') ELSE text END AS "现住址"
FROM (SELECT row_number() OVER () AS n, a.text, a.city, a.street
      FROM register.unit u JOIN register.address a ON a.id = u.address_id AND upper_inf(a.recorded) AND a.valid @> current_date
      WHERE upper_inf(u.recorded) AND u.valid @> current_date LIMIT 1000000) a
SQL
}
