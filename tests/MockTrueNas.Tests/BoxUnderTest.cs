using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Burnin.MockTrueNas.Drives;

namespace Burnin.MockTrueNas.Tests;

/// <summary>A box of a real product, a clock that stands still until it is moved, and clients that speak to it over TLS.</summary>
internal sealed class BoxUnderTest : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly List<SocketUnderTest> _sockets = [];

    private BoxUnderTest(MockNas nas, WatchedTime clock)
    {
        Nas = nas;
        Clock = clock;
        _client = Client(nas, nas.SecureUrl);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", nas.ApiKey);
    }

    public MockNas Nas { get; }

    public WatchedTime Clock { get; }

    public bool IsCore => Nas.Options.Profile is MockNasProfile.Core120 or MockNasProfile.Core130 or MockNasProfile.Core133;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Task<BoxUnderTest> StartAsync(MockNasProfile profile) => StartAsync(new MockNasOptions { Profile = profile });

    public static async Task<BoxUnderTest> StartAsync(MockNasOptions options)
    {
        var clock = new WatchedTime();

        return new BoxUnderTest(await MockNas.StartAsync(options, clock, Cancelled), clock);
    }

    /// <summary>Knows the box by its certificate, and follows nobody anywhere.</summary>
    public static HttpClient Client(MockNas nas, Uri url) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => IsOf(nas, certificate) },
    })
    { BaseAddress = url };

    public static bool IsOf(MockNas nas, X509Certificate? certificate) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == nas.CertificateSha256;

    public void Pass(TimeSpan time) => Clock.Advance(time);

    /// <summary>The first free drive of a kind.</summary>
    public MockDrive Free(DriveProtocol protocol, string model = "") =>
        Nas.Drives.First(drive => drive.Case is DriveCase.Free && drive.Protocol == protocol && drive.Model.StartsWith(model, StringComparison.Ordinal));

    public MockDrive Of(DriveCase of) => Nas.Drives.First(drive => drive.Case == of);

    /// <summary>Status and body of a call of REST with the key of the administrator; the body is JSON as it goes over the wire.</summary>
    public Task<Answer> RestAsync(string verb, string path, string? body = null) => SendAsync(_client, verb, $"api/v2.0{path}", body);

    public async Task<Answer> RestAsAsync(AuthenticationHeaderValue? who, string verb, string path, string? body = null)
    {
        using var client = Client(Nas, Nas.SecureUrl);
        client.DefaultRequestHeaders.Authorization = who;

        return await SendAsync(client, verb, $"api/v2.0{path}", body);
    }

    /// <summary>The JSON of a call that must succeed.</summary>
    public async Task<JsonNode?> GetAsync(string path, string? body = null)
    {
        var answer = await RestAsync("GET", path, body);
        Assert.Equal(200, answer.Status);

        return answer.Json;
    }

    public async Task<JsonNode?> PostAsync(string path, string? body = null)
    {
        var answer = await RestAsync("POST", path, body);
        Assert.Equal((200, path), (answer.Status, path));

        return answer.Json;
    }

    public Task<Answer> DebugAsync(string verb, string path, string? body = null) => SendAsync(_client, verb, $"debug{path}", body);

    /// <summary>Something of the web server itself, without a key.</summary>
    public async Task<Answer> WebAsync(string path, bool isPlain = false)
    {
        using var client = Client(Nas, isPlain ? Nas.BaseUrl : Nas.SecureUrl);

        return await SendAsync(client, "GET", path, null);
    }

    /// <summary>A socket on which nobody is logged in.</summary>
    public async Task<SocketUnderTest> ConnectAsync(string path, bool isPlain = false)
    {
        var socket = await SocketUnderTest.ConnectAsync(this, path, isPlain);
        _sockets.Add(socket);

        return socket;
    }

    /// <summary>JSON-RPC, logged in; with the key of the administrator where none is given.</summary>
    public async Task<SocketUnderTest> JsonRpcAsync(string path = "api/current", string? user = null, string? key = null)
    {
        var socket = await ConnectAsync(path);
        var answer = await socket.CallAsync("auth.login_ex", $$$"""[{"mechanism":"API_KEY_PLAIN","username":"{{{user ?? Nas.User}}}","api_key":"{{{key ?? Nas.ApiKey}}}","login_options":{"user_info":false}}]""");
        Assert.Equal("SUCCESS", (string?)answer["result"]!["response_type"]);

        return socket;
    }

    /// <summary>DDP, after its handshake, logged in.</summary>
    public async Task<SocketUnderTest> DdpAsync(string? key = null)
    {
        var socket = await ConnectAsync("websocket");
        Assert.Equal("connected", (string?)(await socket.AskAsync("""{"msg":"connect","version":"1","support":["1"]}"""))["msg"]);
        Assert.True((bool)(await socket.DdpAsync("auth.login_with_api_key", $"[\"{key ?? Nas.ApiKey}\"]"))["result"]!);

        return socket;
    }

    /// <summary>The text of a key of the box, by its user.</summary>
    public string KeyOf(string user) => Nas.Box!.Look().State.Keys.First(key => key.User == user).Text;

    /// <summary>Moves the clock in seconds until something is done.</summary>
    public async Task<T> PassUntilAsync<T>(Task<T> task)
    {
        while (!task.IsCompleted)
        {
            Pass(TimeSpan.FromSeconds(1));
            await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Cancelled));
        }

        return await task;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }

        _client.Dispose();
        await Nas.DisposeAsync();
    }

    private static async Task<Answer> SendAsync(HttpClient client, string verb, string path, string? body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request, Cancelled);

        return new Answer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled))
        {
            Location = response.Headers.Location?.ToString(),
            ContentType = response.Content.Headers.ContentType?.MediaType,
        };
    }

    internal sealed record Answer(int Status, string Text)
    {
        public string? Location { get; init; }

        public string? ContentType { get; init; }

        public JsonNode? Json => JsonNode.Parse(Text);

        public string? Message => (string?)Json!["message"];
    }
}
