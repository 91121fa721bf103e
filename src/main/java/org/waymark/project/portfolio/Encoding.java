package org.waymark.project.portfolio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.waymark.template.Plain;

/** Turns a file's bytes into text, or says in which other encoding they seem to be. */
final class Encoding {

    private static final Charset GBK = Charset.forName("GB18030");
    private static final String BOM = "\uFEFF";

    private Encoding() {}

    /** The text, or null and what is wrong with the bytes. */
    record Decoded(String text, Finding wrong) {}

    static Decoded of(byte[] bytes) {
        if (isUtf16(bytes)) {
            return wrong("file.utf16");
        }
        Optional<String> text =
                decode(bytes, StandardCharsets.UTF_8).map(one -> one.startsWith(BOM) ? one.substring(1) : one);
        if (text.isPresent()) {
            return Plain.is(text.get()) ? new Decoded(text.get(), null) : wrong("file.binary");
        }
        Optional<String> gbk = decode(bytes, GBK);
        return gbk.isPresent() && Plain.is(gbk.get()) ? wrong("file.gbk") : wrong("file.binary");
    }

    /** By its mark, or because every other of its first bytes is zero, as in Latin letters. */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int head = Math.min(bytes.length / 2, 8);
        boolean evenZero = true;
        boolean oddZero = true;
        for (int i = 0; i < head; i++) {
            evenZero &= bytes[2 * i] == 0;
            oddZero &= bytes[2 * i + 1] == 0;
        }
        return first == 0xFEFF || first == 0xFFFE || evenZero ^ oddZero;
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded wrong(String key) {
        return new Decoded(null, Finding.ofFile(0, key));
    }
}
