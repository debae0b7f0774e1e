package dev.touchstone.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.apache.http.conn.ssl.SSLSocketFactory;

/** Whom to trust on https: the JDK's authorities, those of a PEM file, or anybody. */
public final class Tls {
    private final Optional<X509TrustManager> trust;
    private final boolean anyHost;

    private Tls(Optional<X509TrustManager> trust, boolean anyHost) {
        this.trust = trust;
        this.anyHost = anyHost;
    }

    /** Trusts the JDK's authorities. */
    public static Tls standard() {
        return new Tls(Optional.empty(), false);
    }

    /** Trusts anybody, for test deployments with a self-signed certificate. */
    public static Tls insecure() {
        return new Tls(Optional.of(new TrustAll()), true);
    }

    /**
     * Trusts the certificates of a PEM file.
     *
     * @throws IOException if the file cannot be read or holds no certificate
     */
    public static Tls trusting(Path pem) throws IOException {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new IOException("it holds no certificate");
            }
            return new Tls(Optional.of(managerOf(store)), false);
        } catch (GeneralSecurityException e) {
            throw new IOException("it is not a PEM file of certificates", e);
        }
    }

    private static X509TrustManager managerOf(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    OkHttpClient.Builder apply(OkHttpClient.Builder builder) {
        trust.ifPresent(manager -> builder.sslSocketFactory(contextOf(manager).getSocketFactory(), manager));
        return anyHost ? builder.hostnameVerifier((host, session) -> true) : builder;
    }

    /** The same rules for the HTTP client of REST Assured; empty where its own are right. */
    @SuppressWarnings("deprecation")
    Optional<SSLSocketFactory> socketFactory() {
        return trust.map(Tls::contextOf)
                .map(context -> new SSLSocketFactory(
                        context,
                        anyHost
                                ? SSLSocketFactory.ALLOW_ALL_HOSTNAME_VERIFIER
                                : SSLSocketFactory.BROWSER_COMPATIBLE_HOSTNAME_VERIFIER));
    }

    private static SSLContext contextOf(X509TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }

    private static final class TrustAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
