using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Burnin.MockTrueNas.Tests.Hosting;

public sealed class WebServerTests
{
    [Theory]
    [InlineData(MockNasProfile.TrueNas2504, """["v25.04.0","v25.04.1","v25.04.2"]""")]
    [InlineData(MockNasProfile.TrueNas2510, """["v25.04.0","v25.04.1","v25.04.2","v25.10.0","v25.10.1","v25.10.2","v25.10.3","v25.10.4","v25.10.5"]""")]
    [InlineData(MockNasProfile.TrueNas260, """["v25.04.0","v25.04.1","v25.04.2","v25.10.0","v25.10.1","v25.10.2","v25.10.3","v25.10.4","v25.10.5","v26.0.0"]""")]
    public async Task A_box_with_JSON_RPC_tells_its_versions_to_anybody(MockNasProfile profile, string versions)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(versions, (await box.WebAsync("api/versions")).Text);
    }

    [Theory]
    [MemberData(nameof(Profiles.WithoutJsonRpc), MemberType = typeof(Profiles))]
    public async Task P8_An_older_box_sends_whoever_asks_for_versions_to_its_pages(MockNasProfile profile)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        var answer = await box.WebAsync("api/versions");
        var page = await box.WebAsync("ui/");

        Assert.Equal((302, "/ui/"), (answer.Status, answer.Location));
        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
    }

    [Theory]
    [InlineData(MockNasProfile.TrueNas2504, 404)]
    [InlineData(MockNasProfile.TrueNas2510, 200)]
    [InlineData(MockNasProfile.TrueNas260, 200)]
    public async Task The_id_of_the_boot_is_there_for_anybody_from_25_10_on(MockNasProfile profile, int status)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        Assert.Equal(status, (await box.WebAsync("api/boot_id")).Status);
    }

    [Theory]
    [InlineData(MockNasProfile.Core120, true, false)]
    [InlineData(MockNasProfile.Core130, true, false)]
    [InlineData(MockNasProfile.Core133, true, false)]
    [InlineData(MockNasProfile.Scale2212, false, false)]
    [InlineData(MockNasProfile.Scale2404, false, false)]
    [InlineData(MockNasProfile.Scale2410, false, true)]
    [InlineData(MockNasProfile.TrueNas2504, false, true)]
    [InlineData(MockNasProfile.TrueNas2510, false, false)]
    public async Task OpenAPI_tells_anybody_the_paths_by_which_a_release_is_known(MockNasProfile profile, bool hasEncrypted, bool hasAbort)
    {
        await using var box = await BoxUnderTest.StartAsync(profile);

        var answer = await box.WebAsync("api/v2.0/");
        var paths = answer.Json!["paths"]!.AsObject();

        Assert.Equal("3.0.0", (string?)answer.Json["openapi"]);
        Assert.Equal((hasEncrypted, hasAbort), (paths.ContainsKey("/disk/get_encrypted"), paths.ContainsKey("/smart/test/abort")));
        Assert.Equal(answer.Text, (await box.WebAsync("api/v2.0")).Text);
    }

    [Fact]
    public async Task P7_A_box_that_is_set_so_sends_the_plain_port_to_TLS()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        box.Nas.Faults = box.Nas.Faults with { RedirectToHttps = true };

        var answer = await box.WebAsync("api/v2.0/disk?name=sda", isPlain: true);

        Assert.Equal((307, "https://127.0.0.1/api/v2.0/disk?name=sda"), (answer.Status, answer.Location));
        Assert.Equal(200, (await box.RestAsync("GET", "/disk")).Status);
    }

    [Fact]
    public async Task The_certificate_is_its_own_and_its_fingerprint_is_told()
    {
        await using var box = await BoxUnderTest.StartAsync(MockNasProfile.Scale2410);
        X509Certificate2? shown = null;
        var errors = SslPolicyErrors.None;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions =
            {
                RemoteCertificateValidationCallback = (_, certificate, _, found) =>
                {
                    shown = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
                    errors = found;
                    return BoxUnderTest.IsOf(box.Nas, certificate);
                },
            },
        });

        using var answer = await client.GetAsync(new Uri(box.Nas.SecureUrl, "ui/"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SslPolicyErrors.RemoteCertificateChainErrors, errors);
        Assert.Equal(box.Nas.CertificateSha256, shown!.GetCertHashString(HashAlgorithmName.SHA256));
        shown.Dispose();
    }
}
