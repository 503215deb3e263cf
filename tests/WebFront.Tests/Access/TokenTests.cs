using System.Net;
using Burnin.WebFront.Tests.Host;
using Microsoft.AspNetCore.SignalR.Client;

namespace Burnin.WebFront.Tests.Access;

public sealed class TokenTests
{
    [Fact]
    public async Task A_program_comes_with_its_token_until_it_is_revoked()
    {
        await using var gate = await Gate.OpenAsync();
        var admin = await gate.BrowserOfAsync("admin");
        var (status, made) = await admin.SendAsync(HttpMethod.Post, "/api/v1/admin/tokens", new { name = "ci", role = "operator" });
        Assert.Equal(HttpStatusCode.Created, status);
        var program = gate.Program(made.Text("secret")!);

        var row = Assert.Single(await Trail.OfAsync(gate.Front, () => program.SendAsync(HttpMethod.Post, "/api/v1/burnin/cancel-all", new { })));
        Assert.Equal(("token ci", "done"), (row.Actor, row.Outcome));
        await using (var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(gate.Front.Address, "/hubs/dashboard"), options => options.Headers.Add("Authorization", $"Bearer {made.Text("secret")}")).Build())
        {
            await hub.StartAsync(TestContext.Current.CancellationToken);
        }

        var id = made.GetProperty("token").Text("id");
        Assert.Equal(HttpStatusCode.NoContent, (await admin.SendAsync(HttpMethod.Delete, $"/api/v1/admin/tokens/{id}", new { })).Status);
        Answer.IsProblem(await program.ReadAsync("/api/v1/drives"), HttpStatusCode.Unauthorized, "token_invalid");
        Answer.IsProblem(await admin.SendAsync(HttpMethod.Delete, $"/api/v1/admin/tokens/{id}", new { }), HttpStatusCode.NotFound, "unknown_token");
    }

    [Theory]
    [InlineData("burnin_guess")]
    [InlineData("")]
    public async Task A_token_that_is_none_opens_nothing(string secret)
    {
        await using var gate = await Gate.OpenAsync();
        var program = gate.Browser();
        program.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {secret}");

        Answer.IsProblem(await program.ReadAsync("/api/v1/drives"), HttpStatusCode.Unauthorized, "token_invalid");
    }

    [Fact]
    public async Task The_page_shows_the_secret_once()
    {
        await using var gate = await Gate.OpenAsync();
        var admin = await gate.BrowserOfAsync("admin");
        using var made = await admin.PostAsync(
            "/settings/tokens",
            new FormUrlEncodedContent([new("name", "ci"), new("role", "viewer"), new("days", "30")]),
            TestContext.Current.CancellationToken);

        Assert.Contains("burnin_ci", await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var later = await admin.PageAsync("/settings/tokens");
        Assert.Equal("ci", later.Text(".people__who b"));
        Assert.DoesNotContain("burnin_ci", later.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
