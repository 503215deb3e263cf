using System.Net;
using System.Net.Http.Headers;

namespace Burnin.MockTrueNas.Tests.Original;

public sealed class KeyTests
{
    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("Bearer wrong", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer mock-key", HttpStatusCode.Unauthorized)]
    [InlineData("Basic secret", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer secret", HttpStatusCode.OK)]
    public async Task The_api_opens_to_its_key_only(string? authorization, HttpStatusCode expected)
    {
        await using var nas = await NasUnderTest.StartAsync(new MockNasOptions { ApiKey = "secret" });

        Assert.Equal(expected, await StatusAsync(nas, "api/v2.0/disk", authorization));
    }

    [Fact]
    public async Task Debug_routes_need_no_key()
    {
        await using var nas = await NasUnderTest.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(nas, "debug/state", null));
    }

    private static async Task<HttpStatusCode> StatusAsync(NasUnderTest nas, string path, string? authorization)
    {
        nas.Client.DefaultRequestHeaders.Authorization =
            authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        using var answer = await nas.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        return answer.StatusCode;
    }
}
