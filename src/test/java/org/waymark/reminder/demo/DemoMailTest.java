package org.waymark.reminder.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.waymark.WaymarkTest;

@WaymarkTest
@AutoConfigureMockMvc
@TestPropertySource(properties = {"waymark.demo.mail=true", "camunda.bpm.process-engine-name=demomail"})
class DemoMailTest {

    @Autowired
    MockMvc browser;

    @Autowired
    JavaMailSender sender;

    @Autowired
    DemoInbox inbox;

    @Autowired
    GreenMail server;

    @Autowired
    JdbcClient db;

    @Test
    void whatWasSentIsOnThePageAndTheNewestFirst() throws Exception {
        sender.send(mail("一", "first@waymark.example"));
        sender.send(mail("二", "second@waymark.example"));

        var page = browser.perform(get("/demo/mail").with(user("cadre")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var rows = Jsoup.parse(page).select("tbody tr").eachText();
        assertThat(rows.get(0)).startsWith("二 second@waymark.example 2021-06-15 ");
        assertThat(rows.get(1)).startsWith("一 first@waymark.example 2021-06-15 ");
    }

    @Test
    void aMailIsShownInAFrameThatMayDoNothing() throws Exception {
        sender.send(mail("<script>alert(1)</script>", "cadre@waymark.example"));
        long id = inbox.newestFirst().get(0).id();

        browser.perform(get("/demo/mail/" + id).with(user("leader")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))))
                .andExpect(content().string(containsString("sandbox=\"allow-same-origin allow-popups")))
                .andExpect(content().string(not(containsString("allow-scripts"))))
                .andExpect(content().string(containsString("srcdoc=\"&lt;p&gt;正文 &lt;b&gt;粗")));
        browser.perform(get("/demo/mail/999999").with(user("leader"))).andExpect(status().isNotFound());
    }

    @Test
    void theMailboxIsForThoseWhoSignedIn() throws Exception {
        browser.perform(get("/demo/mail")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void aMailDeliveredTwiceIsKeptOnceAndOutlivesTheServersMemory() throws Exception {
        var mail = mail("三", "twice@waymark.example");
        mail.setHeader("Message-ID", "<twice@waymark>");
        sender.send(mail);
        sender.send(mail);

        assertThat(db.sql("select count(*) from demo_mail where address = 'twice@waymark.example'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        server.purgeEmailFromAllMailboxes();
        assertThat(inbox.newestFirst()).extracting(DemoMail::subject).contains("三");
    }

    private MimeMessage mail(String subject, String to) throws MessagingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("waymark@localhost");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText("正文", "<p>正文 <b>粗</b></p>");
        return message;
    }
}
