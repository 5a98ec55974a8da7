using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>The certificate by which the keys of cookies and forms are encrypted, where one is configured. With another one everybody signs in anew.</summary>
static class KeyCertificate
{
    const string Setting = "Portal:KeyCertificate";

    /// <exception cref="ConfigurationException">The file cannot be read, or does not hold both.</exception>
    internal static void Use(IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } path)
        {
            keys.ProtectKeysWithCertificate(Read(path));
        }
    }

    static X509Certificate2 Read(string path)
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(path);
            return certificate.GetRSAPublicKey() is not null
                ? certificate
                : throw new ConfigurationException($"{Setting} must hold an RSA key.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"{Setting} must be a PEM file with a certificate and its private key.");
        }
    }
}
