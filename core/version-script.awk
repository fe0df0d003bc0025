# Writes the linker's version script from the installed headers: every function that they declare is public.
{
  line = $0
  while (match(line, /(^|[^A-Za-z0-9_])lp_[a-z0-9_]+\(/)) {
    name = substr(line, RSTART, RLENGTH)
    sub(/^[^l]/, "", name)
    sub(/\($/, "", name)
    if (!(line ~ /^ *(\*|\/\/)/))
      names[name] = 1
    line = substr(line, RSTART + RLENGTH)
  }
}
END {
  print "LETTERPRESS_1 {"
  print "  global:"
  count = 0
  for (name in names)
    sorted[++count] = name
  for (i = 2; i <= count; i++) { # insertion sort: the same file from any awk
    value = sorted[i]
    for (j = i - 1; j > 0 && sorted[j] > value; j--)
      sorted[j + 1] = sorted[j]
    sorted[j + 1] = value
  }
  for (i = 1; i <= count; i++)
    print "    " sorted[i] ";"
  print "};"
  print "LETTERPRESS_PRIVATE {"
  print "  global:"
  print "    lp_*;"
  print "  local:"
  print "    *;"
  print "} LETTERPRESS_1;"
}
