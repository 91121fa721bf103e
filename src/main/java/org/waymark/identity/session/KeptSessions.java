package org.waymark.identity.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** How sessions are written and read. */
@Configuration(proxyBeanMethods = false)
class KeptSessions implements BeanClassLoaderAware {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    /**
     * Two requests of one browser may bring the same new value at once, and a third may sign out meanwhile. Whoever saves
     * has locked the session's row before, so this sees what was there first: the later value stays, and a session that
     * is gone gets none.
     */
    private static final String KEEP =
            """
            merge into %TABLE_NAME%_attributes a
            using (select s.primary_id as id, v.name, v.bytes
              from (values (cast(? as char(36)), cast(? as varchar(200)), cast(? as bytea))) v (id, name, bytes)
              join %TABLE_NAME% s on s.primary_id = v.id) n
            on a.session_primary_id = n.id and a.attribute_name = n.name
            when matched then update set attribute_bytes = n.bytes
            when not matched then insert (session_primary_id, attribute_name, attribute_bytes)
              values (n.id, n.name, n.bytes)""";

    private ClassLoader classes;

    @Override
    public void setBeanClassLoader(ClassLoader loader) {
        classes = loader;
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keptSessionSql() {
        return sessions -> sessions.setCreateSessionAttributeQuery(KEEP);
    }

    /** Asked for by Spring Session under this name. */
    @Bean
    ConversionService springSessionConversionService() {
        var bytes = new GenericConversionService();
        bytes.addConverter(Object.class, byte[].class, new SerializingConverter());
        bytes.addConverter(byte[].class, Object.class, readable(new DeserializingConverter(classes)));
        return bytes;
    }

    /** What another version of Waymark wrote and this one cannot read is not there: its owner signs in again. */
    static Converter<byte[], Object> readable(Converter<byte[], Object> reader) {
        return written -> {
            try {
                return reader.convert(written);
            } catch (SerializationFailedException e) {
                LOG.info("A value of a session was written by another version and is left out: {}", e.getMessage());
                return null;
            }
        };
    }
}
