using System.Net;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Access;

/// <summary>The tests come from 127.0.0.1: here and there that is a trusted proxy.</summary>
public sealed class ProxyTests
{
    private static readonly (string, string) Header = ("ProxyUserHeader", "Remote-User");
    private static readonly (string, string) TrustsUs = ("TrustedProxies", "10.1.0.0/16, 127.0.0.1");
    private static readonly (string, string) TrustsOthers = ("TrustedProxies", "10.1.0.0/16");

    [Theory]
    [InlineData("operator-kim", "operator")]
    [InlineData("stranger", "viewer")]
    public async Task A_trusted_proxy_says_who_comes(string name, string role)
    {
        await using var gate = await Gate.OpenAsync(access: [Header, TrustsUs, ("ProxyRole", "viewer")]);

        var (status, who) = await ReadAsync(gate, "/api/v1/session", ("Remote-User", name));

        Assert.Equal((HttpStatusCode.OK, name, role), (status, who.Text("name"), who.Text("role")));
    }

    [Fact]
    public async Task Nobody_else_may_say_it()
    {
        await using var gate = await Gate.OpenAsync(access: [Header, TrustsOthers, ("ProxyRole", "admin")]);

        Answer.IsProblem(await ReadAsync(gate, "/api/v1/session", ("Remote-User", "admin-kim")), HttpStatusCode.Unauthorized, "sign_in");
        Answer.IsProblem(
            await ReadAsync(gate, "/api/v1/session", ("Remote-User", "admin-kim"), ("X-Forwarded-For", "10.1.0.1")), HttpStatusCode.Unauthorized, "sign_in");
    }

    [Fact]
    public async Task Whom_only_the_proxy_knows_is_refused_unless_a_role_is_set_for_him()
    {
        await using var gate = await Gate.OpenAsync(access: [Header, TrustsUs]);

        Answer.IsProblem(await ReadAsync(gate, "/api/v1/session", ("Remote-User", "stranger")), HttpStatusCode.Unauthorized, "sign_in");
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(gate, "/api/v1/session", ("Remote-User", "viewer-kim"))).Status);
    }

    [Theory]
    [InlineData("203.0.113.7", true)]
    [InlineData("198.51.100.1", false)]
    [InlineData("203.0.113.7, 198.51.100.1", false)]
    [InlineData("203.0.113.7, 10.1.2.3", true)]
    public async Task Behind_a_trusted_proxy_the_address_of_the_browser_counts(string forwardedFor, bool isAllowed)
    {
        await using var gate = await Gate.OpenAsync(access: [TrustsUs, ("AllowedAddresses", "203.0.113.0/24")]);

        var answer = await ReadAsync(gate, "/sign-in", ("X-Forwarded-For", forwardedFor));

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("127.0.0.0/8", true)]
    [InlineData("192.168.1.0/24, 127.0.0.1", true)]
    [InlineData("127.0.0.77/8", true)]
    [InlineData("::1, fd00::/8", false)]
    [InlineData("203.0.113.0/24", false)]
    public async Task Only_allowed_addresses_are_answered_whatever_they_say_of_themselves(string allowed, bool isAllowed)
    {
        await using var gate = await Gate.OpenAsync(access: [("AllowedAddresses", allowed)]);

        var answer = await ReadAsync(gate, "/sign-in", ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal(isAllowed ? HttpStatusCode.OK : HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(gate, "/health/live")).Status);
    }

    [Theory]
    [InlineData("AllowedAddresses", "192.168.1.0/33", "192.168.1.0/33")]
    [InlineData("AllowedAddresses", "10.0.0.1, attic", "attic")]
    [InlineData("TrustedProxies", "::1/129", "::1/129")]
    [InlineData("ProxyRole", "root", "root")]
    [InlineData("ProxyUserHeader", "Remote-User", "believe anybody")]
    [InlineData("AdminUsername", "marta", "go together")]
    public async Task A_wrong_value_stops_the_start_and_is_named(string name, string value, string named)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Gate.OpenAsync(access: [(name, value)]));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> ReadAsync(Gate gate, string path, params (string Name, string Value)[] headers)
    {
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            return await gate.Browser().SendAsync(HttpMethod.Get, path, headers: headers);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await gate.Browser().SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, default);
    }
}
