package dev.frontrow.edge.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reads {@code Accept} to the letter, before anything happens: what has the quality 0 is not accepted (RFC 9110), and
 * neither is a charset other than the UTF-8 that all answers are in. Other parameters mean nothing to us and are left out.
 */
class AcceptedMediaTypes implements ContentNegotiationStrategy {

    private static final int ACCEPTED_MAX = 50;

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        var header = request.getHeaderValues(HttpHeaders.ACCEPT);
        if (header == null) {
            return MEDIA_TYPE_ALL_LIST;
        }
        try {
            var named = MediaType.parseMediaTypes(List.of(header));
            if (named.isEmpty()) {
                return MEDIA_TYPE_ALL_LIST;
            }
            var accepted = named.stream()
                    .limit(ACCEPTED_MAX)
                    .filter(AcceptedMediaTypes::isAccepted)
                    .map(AcceptedMediaTypes::withoutParameters)
                    .toList();
            if (accepted.isEmpty()) {
                throw new HttpMediaTypeNotAcceptableException("nothing is accepted");
            }
            var sorted = new ArrayList<>(accepted);
            MimeTypeUtils.sortBySpecificity(sorted);
            return sorted;
        } catch (InvalidMediaTypeException malformed) {
            throw new HttpMediaTypeNotAcceptableException("Accept can't be read");
        }
    }

    private static boolean isAccepted(MediaType type) {
        try {
            var charset = type.getCharset();
            return type.getQualityValue() > 0 && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException unknownCharset) {
            return false;
        }
    }

    private static MediaType withoutParameters(MediaType type) {
        return new MediaType(
                new MediaType(type.getType(), type.getSubtype()), Map.of("q", Double.toString(type.getQualityValue())));
    }
}
