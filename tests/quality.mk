# Format, lint, and the suite under other compilers and checkers. Each other build is made by tests/variant in a folder
# build-NAME beside the sources.
CLANG_FORMAT = clang-format
CLANG_TIDY = clang-tidy
EXTRA_DIST += tests/variant tests/fault-logs tests/valgrind.supp tests/lsan.supp

c_files = find core plugins tests -name '*.[ch]' | sort

.PHONY: format lint lint-format lint-tidy lint-shell check-clang sanitize valgrind
format:
	cd $(srcdir) && $(c_files) | xargs $(CLANG_FORMAT) -i

lint: lint-format lint-shell lint-tidy
lint-format:
	cd $(srcdir) && $(c_files) | xargs $(CLANG_FORMAT) --dry-run -Werror

lint-shell:
	cd $(srcdir) && shellcheck -x -s sh -S warning -e SC2154 bootstrap tests/closing-line tests/environment.sh tests/fault-logs \
	  tests/variant tests/install/fresh `find tests plugins -name '*.sh' | sort`

# clang writes down its own commands while it builds; clang-tidy then sees each file as it is really compiled.
clang_arguments = CC=clang CFLAGS="-O1 -g" CPPFLAGS="-gen-cdb-fragment-path $(abs_top_srcdir)/build-clang/commands"
lint-tidy:
	$(srcdir)/tests/variant clang test-programs $(clang_arguments)
	cd $(srcdir)/build-clang && ls -tr commands | sed 's,^,commands/,' | xargs cat | $(AWK) -F '"' ' \
	  $$6 == "file" && $$8 ~ /^\.\.\// { last[$$8] = $$0 } \
	  END { print "["; for (file in last) { sub(/,$$/, "", last[file]); printf "%s%s\n", comma, last[file]; comma = "," } print "]" }' \
	  >compile_commands.json
	cd $(srcdir) && find core plugins tests -name '*.c' | sort | \
	  xargs -n 4 -P "$$(nproc)" $(CLANG_TIDY) --quiet -p build-clang

.PHONY: test-programs
test-programs: $(check_PROGRAMS) $(EXTRA_PROGRAMS)

check-clang:
	$(srcdir)/tests/variant clang check $(clang_arguments)

# A fault counts even where the program that had it was a child whose exit code nobody looked at: each goes to a file.
sanitize:
	rm -rf $(srcdir)/build-sanitize/faults && mkdir -p $(srcdir)/build-sanitize/faults
	ASAN_OPTIONS=log_path=$(abs_top_srcdir)/build-sanitize/faults/asan \
	UBSAN_OPTIONS=log_path=$(abs_top_srcdir)/build-sanitize/faults/ubsan \
	  $(srcdir)/tests/variant sanitize check --enable-sanitizers CFLAGS="-O1 -g"; status=$$?; \
	$(srcdir)/tests/fault-logs $(srcdir)/build-sanitize/faults && exit $$status

# Unit tests and the program itself run under memcheck, which needs more memory and time than a draft gets; the rules of the house have nothing to check there.
valgrind_command = valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
	--errors-for-leak-kinds=definite,indirect \
	--suppressions=$(abs_top_srcdir)/tests/valgrind.supp --log-file=$(abs_top_builddir)/valgrind-faults/%p
valgrind: all
	rm -rf valgrind-faults && mkdir valgrind-faults
	{ echo '#!/bin/sh'; \
	  echo 'export LETTERPRESS_MEMORY=$${LETTERPRESS_MEMORY-0} LETTERPRESS_TIMEOUT=$${LETTERPRESS_TIMEOUT-1200}'; \
	  echo 'exec $(abs_top_builddir)/libtool --mode=execute $(valgrind_command) $(abs_top_builddir)/letterpress "$$@"'; \
	} >valgrind-letterpress && chmod +x valgrind-letterpress
	LETTERPRESS_WRAPPER=$(abs_top_builddir)/valgrind-letterpress $(MAKE) $(AM_MAKEFLAGS) check \
	  TESTS='$(filter-out tests/house/%,$(TESTS))' LOG_COMPILER='$(LIBTOOL) --mode=execute $(valgrind_command)'; status=$$?; \
	$(srcdir)/tests/fault-logs valgrind-faults && exit $$status
CLEANFILES += valgrind-letterpress

clean-local: clean-quality
.PHONY: clean-quality
clean-quality:
	rm -rf valgrind-faults corpus
