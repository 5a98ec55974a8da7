using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Phase1.ServiceDefaults;

namespace Phase1.Integration.Tests.Portal;

/// <summary>What the settings of an installation change.</summary>
public sealed class PublicNameTests
{
    [Theory, Trait("Scenario", "P-50")]
    [InlineData("/readyz")]
    [InlineData("/metrics")]
    [InlineData("/internal/v1/dead-letters")]
    [InlineData("/INTERNAL/v1/retention")]
    [InlineData("/openapi/v1.json")]
    public async Task By_the_public_name_the_routes_for_running_the_Portal_are_not_there(string path)
    {
        await using var portal = await PortalUnderTest.StartAsync(builder =>
        {
            builder.Configuration["Portal:PublicUrl"] = "https://phase1.example.org";
            builder.Configuration["AllowedHosts"] = "phase1.example.org;127.0.0.1";
        });

        (await portal.Browser().GetAsync(path, headers => headers.Host = "phase1.example.org")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await portal.Browser().GetAsync(path)).StatusCode.ShouldNotBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("Scenario", "S-678")]
    public async Task With_a_certificate_the_keys_are_stored_encrypted_and_outlive_a_restart()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("phase1-keys").FullName, "keys.pem");
        await File.WriteAllTextAsync(file, NewCertificate(), TestContext.Current.CancellationToken);
        await using var portal = await PortalUnderTest.StartAsync(builder => builder.Configuration["Portal:KeyCertificate"] = file);
        var browser = await portal.SignedInAsync("anna", Phase1Roles.Teacher);
        await browser.GetAsync("/me");

        await portal.RestartAsync();

        (await browser.PostAsync("/me", ("name", "Anna C"), ("time_zone", "Europe/Helsinki"))).Location.ShouldBe("/me?saved=true");
        await using var stored = portal.Service.Db.CreateCommand("select string_agg(xml, '') from data_protection_keys");
        var keys = (string)(await stored.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        keys.ShouldContain("EncryptedData");
        keys.ShouldNotContain("<masterKey");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    static string NewCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=phase1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem();
    }
}
