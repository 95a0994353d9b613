# How the product's Java is started.

need_java() {
  if ! has java || [ "$(java_major java)" -lt 17 ]; then apt_install "Java 17" openjdk-17-jre-headless; fi
}

# registry_accounts WORD…: the command line of accounts, on the database the environment names.
registry_accounts() {
  need_java
  java -Xmx256m -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai \
    -cp "$(app_path)" org.shuangshi.registry.account.AccountCommand "$@" 9>&-
}

# registry_java WORD…: the command line of data-import, from the directory the user stands in; a bench may set its $heap.
registry_java() {
  local tuned=(-XX:+UseParallelGC)
  need_java
  case ${1:-} in
    import | migrate) ready_keys ;;
    # over in seconds: what compiling well and collecting beside takes is not won back
    regrid) tuned=(-XX:+UseSerialGC -Xms1g -XX:TieredStopAtLevel=1) ;;
  esac
  java "-Xmx${heap:-2g}" "${tuned[@]}" -Dfile.encoding=UTF-8 -Duser.timezone=Asia/Shanghai \
    -cp "$(app_path)" org.shuangshi.intake.cli.RegistryCommand "$@" 9>&-
}
