# The built-in keyfile as constant tables in C, so that no run parses it: a table of entries a group, then the groups.
# unit tests hold that reading the file gives the same.
function quoted(text) {
  gsub(/\\/, "\\\\", text)
  gsub(/"/, "\\\"", text)
  return "\"" text "\""
}
/^[ \t]*(#|$)/ {
  next
}
/^\[/ {
  if (groups) print "};"
  name[++groups] = substr($0, 2, index($0, "]") - 2)
  printf "static const LpEntry group_%d[] = {\n", groups
  next
}
{
  equals = index($0, "=")
  key = substr($0, 1, equals - 1)
  value = substr($0, equals + 1)
  sub(/[ \t\r]+$/, "", value)
  locale = ""
  if ((bracket = index(key, "["))) {
    locale = substr(key, bracket + 1, index(key, "]") - bracket - 1)
    key = substr(key, 1, bracket - 1)
  }
  count[groups]++
  printf "    {%s, %s, %s},\n", quoted(key), quoted(locale), quoted(value)
}
END {
  print "};"
  print "const LpEntryGroup lp_built_in_groups[] = {"
  for (i = 1; i <= groups; i++)
    printf "    {%s, group_%d, %d},\n", quoted(name[i]), i, count[i]
  print "};"
  printf "const size_t lp_built_in_group_count = %d;\n", groups
  printf "const LpDefinition lp_definition_standard = {.groups = lp_built_in_groups, .group_count = %d};\n", groups
}
