EXTRA_DIST += core/container/README.md
lib_LTLIBRARIES += libletterpress-container.la
pkgconfig_DATA += core/container/letterpress-container.pc
containerincludedir = $(includedir)/letterpress
containerinclude_HEADERS = core/include/letterpress/package.h core/include/letterpress/xml.h
libletterpress_container_la_SOURCES = \
	core/container/directory.c core/container/directory.h \
	core/container/package_read.c \
	core/container/package_stream.c core/container/package_stream.h \
	core/container/package_write.c \
	core/container/xml_cursor.c core/container/xml_cursor.h \
	core/container/xml_encoding.c core/container/xml_encoding.h \
	core/container/xml_read.c \
	core/container/xml_rows.c \
	core/container/xml_scan.c core/container/xml_scan.h
libletterpress_container_la_CPPFLAGS = $(CORE_CPPFLAGS) $(LIBZIP_CFLAGS) $(LIBXML_CFLAGS) $(ZLIB_CFLAGS)
libletterpress_container_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
libletterpress_container_la_LIBADD = libletterpress.la $(LIBZIP_LIBS) $(LIBXML_LIBS) $(ZLIB_LIBS) $(GLIB_LIBS)
libletterpress_container_la_LDFLAGS = $(AM_LDFLAGS) -version-info $(LETTERPRESS_LT_VERSION) -no-undefined \
	-Wl,-Bsymbolic-functions -Wl,--version-script=core/container/container.map
libletterpress_container_la_DEPENDENCIES = core/container/container.map libletterpress.la

core/container/container.map: $(containerinclude_HEADERS) core/version-script.awk
	$(AM_V_GEN)$(MKDIR_P) core/container && (cd $(srcdir) && $(AWK) -f core/version-script.awk $(containerinclude_HEADERS)) >$@.part && mv $@.part $@
CLEANFILES += core/container/container.map
