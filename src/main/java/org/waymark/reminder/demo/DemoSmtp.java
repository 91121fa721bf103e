package org.waymark.reminder.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server inside the demo, on any free port of the loopback address: nothing leaves the machine. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("waymark.demo.mail")
class DemoSmtp {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSmtp.class);
    private static final String LOOPBACK = "127.0.0.1";

    @Bean(destroyMethod = "stop")
    GreenMail demoMailServer(DemoInbox inbox) {
        var server = new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
        server.start();
        var users = server.getUserManager();
        var standard = users.getMessageDeliveryHandler();
        // runs before the server says OK: what counts as sent is in the inbox
        users.setMessageDeliveryHandler((mail, address) -> {
            inbox.keep(address.getEmail(), mail.getMessage());
            return standard.handle(mail, address);
        });
        LOG.info("Demo mail server on {}:{}", LOOPBACK, server.getSmtp().getPort());
        return server;
    }

    @Bean
    JavaMailSender demoMailSender(GreenMail demoMailServer) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(LOOPBACK);
        sender.setPort(demoMailServer.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "20000");
        properties.setProperty("mail.smtp.writetimeout", "20000");
        return sender;
    }
}
