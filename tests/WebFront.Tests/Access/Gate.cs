using System.Net;
using Burnin.WebFront.Tests.Fakes;
using Burnin.WebFront.Tests.Host;

namespace Burnin.WebFront.Tests.Access;

/// <summary>A front that asks who comes, with one user of each role, and browsers in front of it.</summary>
internal sealed class Gate : IAsyncDisposable
{
    public const string Password = "long enough for a test";

    private readonly FrontHost front;
    private readonly List<HttpClient> browsers = [];

    private Gate(FrontHost front) => this.front = front;

    public FrontHost Front => front;

    public FakeWorld World => front.World;

    public static async Task<Gate> OpenAsync(bool hasUsers = true, params (string Name, string Value)[] access)
    {
        var world = Showroom.Open();
        if (hasUsers)
        {
            foreach (var role in new[] { "viewer", "operator", "admin" })
            {
                world.Users[$"{role}-kim"] = (Password, role, "1");
            }
        }

        return new Gate(await FrontHost.StartAsync(world, access: access.ToDictionary(each => each.Name, each => each.Value)));
    }

    /// <summary>Keeps cookies, and shows redirects instead of following them.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = front.Address };
        browsers.Add(browser);
        return browser;
    }

    public async Task<HttpClient> BrowserOfAsync(string role)
    {
        var browser = Browser();
        var (status, _) = await browser.SendAsync(HttpMethod.Post, "/api/v1/session", new { username = $"{role}-kim", password = Password });
        Assert.Equal(HttpStatusCode.OK, status);
        return browser;
    }

    public HttpClient Program(string secret)
    {
        var program = Browser();
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        browsers.ForEach(browser => browser.Dispose());
        await front.DisposeAsync();
    }
}
