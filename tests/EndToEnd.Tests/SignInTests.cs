using System.Net;
using System.Text.RegularExpressions;
using Burnin.Rig;
using Xunit;

namespace Burnin.EndToEnd.Tests;

/// <summary>The first hour of an installation: nobody knows it, somebody makes it his own, and it stays his over restarts.</summary>
public sealed partial class SignInTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("burnin-sign-in-").FullName;

    private BurninSetup Setup => new() { DataDirectory = data, NeedsSignIn = false };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public async Task Whoever_can_read_the_log_makes_the_first_admin_and_his_session_and_tokens_survive_a_kill()
    {
        int port;
        CookieContainer cookies;
        string secret;
        await using (var burnin = await BurninProcess.StartAsync(Setup, Token))
        {
            (port, cookies) = (burnin.Port, burnin.Cookies);
            Assert.Equal(HttpStatusCode.Unauthorized, (await burnin.HttpClient.GetAsync("/api/v1/drives", Token)).StatusCode);
            Assert.Contains("Set up Burnin", await PageAsync(burnin), StringComparison.Ordinal);

            var code = CodeInTheLog().Match(burnin.Output).Groups[1].Value;
            using var form = new FormUrlEncodedContent([new("username", "marta"), new("password", "a good long password"), new("code", code)]);
            using var made = await burnin.HttpClient.PostAsync("/set-up", form, Token);
            Assert.True(made.IsSuccessStatusCode, burnin.Output);
            Assert.Contains("marta", await PageAsync(burnin), StringComparison.Ordinal);

            var (status, token) = await new Api(burnin).PostAsync("/api/v1/admin/tokens", new { name = "ci", role = "viewer" });
            Assert.Equal(HttpStatusCode.Created, status);
            secret = token.Text("secret");
            await burnin.KillAsync();
        }

        await using (var burnin = await BurninProcess.StartAsync(Setup with { Port = port }, Token))
        {
            Assert.DoesNotContain("Nobody can sign in yet", burnin.Output, StringComparison.Ordinal);
            using var browser = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = burnin.BaseAddress };
            Assert.Contains("\"marta\"", await browser.GetStringAsync("/api/v1/session", Token), StringComparison.Ordinal);
            burnin.HttpClient.DefaultRequestHeaders.Authorization = new("Bearer", secret);
            Assert.Equal("token ci", (await new Api(burnin).GetAsync("/api/v1/session")).Text("name"));
            Assert.Equal(HttpStatusCode.Forbidden, (await new Api(burnin).PostAsync("/api/v1/burnin/cancel-all", new { })).Status);
        }
    }

    [Theory]
    [InlineData("short", "10 to 200 characters")]
    [InlineData("MARTA and her friends", "name must not be in it")]
    public async Task An_admin_that_cannot_be_stops_the_start_and_is_named(string password, string why)
    {
        var setup = Setup with
        {
            Environment = new Dictionary<string, string?> { ["BURNIN_ADMIN_USERNAME"] = "marta", ["BURNIN_ADMIN_PASSWORD"] = password },
        };

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => BurninProcess.StartAsync(setup, Token));

        Assert.Contains("BURNIN_ADMIN_PASSWORD cannot be used", failure.Message, StringComparison.Ordinal);
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(BurninProcess burnin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Accept.ParseAdd("text/html");
        using var answer = await burnin.HttpClient.SendAsync(request, Token);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    [GeneratedRegex("with the code ([0-9a-f]{12})")]
    private static partial Regex CodeInTheLog();
}
